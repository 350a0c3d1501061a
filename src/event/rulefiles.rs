//! The rule files that are built in, in reading order.

/// The built-in rule files.
pub(crate) const RULES: &[(&str, &str)] = &[
    ("lexicons/rules/visit.rules", include_str!("../../lexicons/rules/visit.rules")),
    ("lexicons/rules/several.rules", include_str!("../../lexicons/rules/several.rules")),
    ("lexicons/rules/reception.rules", include_str!("../../lexicons/rules/reception.rules")),
    ("lexicons/rules/journey.rules", include_str!("../../lexicons/rules/journey.rules")),
    ("lexicons/rules/hosting.rules", include_str!("../../lexicons/rules/hosting.rules")),
    ("lexicons/rules/preparation.rules", include_str!("../../lexicons/rules/preparation.rules")),
    ("lexicons/rules/learning.rules", include_str!("../../lexicons/rules/learning.rules")),
    ("lexicons/rules/guests.rules", include_str!("../../lexicons/rules/guests.rules")),
    ("lexicons/rules/delegation.rules", include_str!("../../lexicons/rules/delegation.rules")),
    ("lexicons/rules/company.rules", include_str!("../../lexicons/rules/company.rules")),
    ("lexicons/rules/comers.rules", include_str!("../../lexicons/rules/comers.rules")),
    ("lexicons/rules/meeting.rules", include_str!("../../lexicons/rules/meeting.rules")),
    ("lexicons/rules/occasion.rules", include_str!("../../lexicons/rules/occasion.rules")),
    ("lexicons/rules/field.rules", include_str!("../../lexicons/rules/field.rules")),
    ("lexicons/rules/errand.rules", include_str!("../../lexicons/rules/errand.rules")),
    ("lexicons/rules/agreement.rules", include_str!("../../lexicons/rules/agreement.rules")),
    ("lexicons/rules/signing.rules", include_str!("../../lexicons/rules/signing.rules")),
    ("lexicons/rules/partner.rules", include_str!("../../lexicons/rules/partner.rules")),
    ("lexicons/rules/signers.rules", include_str!("../../lexicons/rules/signers.rules")),
    ("lexicons/rules/signatory.rules", include_str!("../../lexicons/rules/signatory.rules")),
];
