-- An event is found by its parcel and its fingerprint. Nothing asked for it by a number of its own, whose index was one of two
-- that storing it wrote to.
alter table tracking_event drop column id;
