-- Events and links come with their parcel in one statement, which takes the parcel's id from the row it has just written.
-- That there is such a row was checked once more for each of them: a third of the time that storing new parcels took.
alter table tracking_event drop constraint tracking_event_parcel_id_fkey;
alter table carrier_answer_parcel drop constraint carrier_answer_parcel_parcel_id_fkey;
alter table carrier_answer_parcel drop constraint carrier_answer_parcel_answer_id_fkey;
