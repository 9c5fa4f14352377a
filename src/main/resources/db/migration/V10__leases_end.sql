-- A lease that led to a parcel is deleted, so a row is either under way or remembers why there is no parcel.
alter table fetch_lease drop column ended_at;
