//! Slots: what the frames of each event may fill.

use crate::Slot;
use crate::rule::{Schema, SlotId};

/// Names the slots in the order of the schema.
macro_rules! slots {
    ($($name:literal)+) => {
        #[cfg(test)]
        const SLOTS: &[&str] = &[$($name),+];

        /// The number of a slot in the schema. Of a name that stands in the code the compiler knows it, and frames are asked for
        /// slots all the time.
        #[inline(always)]
        pub(super) fn number(name: &str) -> SlotId {
            let mut number = 0_u8;
            $(
                if name == $name {
                    return SlotId(number);
                }
                number = number.wrapping_add(1);
            )+
            SlotId(number)
        }
    };
}

slots! {
    "kind" "status" "visitors" "hosts" "leader" "received_by" "accompanied_by" "date" "delegation_size" "venue" "sites" "affairs"
    "beside" "with" "absent" "present"
    "parties" "signatories" "duration"
}

/// Slots that only rules see: who stands beside whom, who stands in for whom.
const HELPERS: [&str; 4] = ["beside", "with", "absent", "present"];

/// The events and their slots, for the rule loader.
pub(crate) fn schema() -> Schema {
    let visit = [
        Slot::Kind,
        Slot::Status,
        Slot::Visitors,
        Slot::Hosts,
        Slot::Leader,
        Slot::ReceivedBy,
        Slot::AccompaniedBy,
        Slot::Date,
        Slot::DelegationSize,
        Slot::Venue,
        Slot::Sites,
        Slot::Affairs,
    ];
    let agreement = [Slot::Kind, Slot::Status, Slot::Parties, Slot::Signatories, Slot::Date, Slot::Venue, Slot::Duration, Slot::Affairs];
    let visit = visit.iter().map(|s| s.as_str()).chain(HELPERS).collect();
    Schema::new(vec![("visit", visit), ("agreement", agreement.iter().map(|s| s.as_str()).collect())])
}

#[cfg(test)]
mod tests {
    use super::{SLOTS, number, schema};

    #[test]
    fn numbers_are_those_of_the_schema() {
        let schema = schema();
        for name in SLOTS {
            assert_eq!(schema.slot(name), Some(number(name)), "{name}");
        }
        assert_eq!(schema.slot_name(number("none")), "_");
    }
}
