//! The look-ups of regions: every level is there, parents and children agree, names and former names are found.

use kunker::{Extractor, Level, MentionKind, Region};

fn provinces() -> Vec<Region> {
    (11..=99).filter_map(|code| Region::by_code(&code.to_string())).collect()
}

#[test]
fn every_level_is_complete() {
    let provinces = provinces();
    let regencies: Vec<Region> = provinces.iter().flat_map(Region::children).collect();
    let districts: Vec<Region> = regencies.iter().flat_map(Region::children).collect();
    let count = |level: Level| regencies.iter().filter(|r| r.level == level).count();
    assert_eq!((provinces.len(), count(Level::Kabupaten), count(Level::Kota), districts.len()), (38, 416, 98, 7285));
    assert!(districts.iter().all(|d| d.level == Level::Kecamatan && d.children().is_empty()));
}

#[test]
fn parents_hold_their_children() {
    for province in provinces() {
        assert!(province.parent().is_none() && province.level == Level::Provinsi);
        for regency in province.children() {
            assert_eq!(regency.parent().as_ref(), Some(&province));
            assert_eq!(regency.province, province.name);
            assert_eq!(Region::by_code(&regency.code).as_ref(), Some(&regency));
            assert!(Region::by_name(&regency.name).contains(&regency), "{}", regency.name);
            assert!(Region::by_name(regency.short_name()).contains(&regency), "{}", regency.short_name());
        }
    }
}

#[test]
fn names_of_all_sorts_are_found() {
    let codes = |name: &str| Region::by_name(name).into_iter().map(|r| r.code).collect::<Vec<_>>();
    assert_eq!(codes("Kotim"), ["62.02"]);
    assert_eq!(codes("Bandung"), ["32.04", "32.73"]);
    assert_eq!(codes("Kab. Bandung"), ["32.04"]);
    assert_eq!(codes("KOTA BANDUNG"), ["32.73"]);
    assert_eq!(codes("Kecamatan Tebet"), ["31.74.01"]);
    assert_eq!(codes("Mamuju Utara"), ["76.01"]);
    assert_eq!(codes("Jambi"), ["15", "15.71"]);
    assert!(codes("Atlantis").is_empty() && codes("").is_empty() && codes("Kabupaten").is_empty());
}

#[test]
fn former_names_and_codes_are_known() {
    let pasangkayu = Region::by_code("76.01").expect("a code in force");
    let former = &pasangkayu.former_names()[0];
    assert_eq!((former.name.as_str(), former.from, former.until), ("Mamuju Utara", Some(2003), Some(2017)));
    // The code of Intan Jaya before the new provinces of Papua (UU 15/2022).
    assert_eq!(Region::by_code("91.27").map(|r| r.code).as_deref(), Some("94.07"));
    assert!(["", "3", "33.", "33.26.01.2001", "99", "aa.bb", "33.26 "].iter().all(|code| Region::by_code(code).is_none()));
}

/// Nothing decides between a kabupaten and a kota of one name: both are told, with less confidence.
#[test]
fn an_open_twin_keeps_both() {
    let mentions = Extractor::new().mentions("Rombongan pelajar tiba di Bandung, Senin pagi.");
    let region = mentions.iter().find(|m| m.kind == MentionKind::Region).expect("a region");
    let mut codes = vec![region.region.as_ref().expect("the likelier one").code.clone()];
    codes.extend(region.alternatives.iter().map(|r| r.code.clone()));
    codes.sort();
    assert_eq!(codes, ["32.04", "32.73"]);
    assert!(region.confidence < 0.9);
}
