-- An event is found by its parcel and its fingerprint. Nothing asked for it by a number of its own, whose index was one of two
-- that storing it wrote to.
alter table tracking_event drop column id;
-- what names a row to databases that follow this one
alter table tracking_event replica identity using index tracking_event_parcel_id_fingerprint_key;
