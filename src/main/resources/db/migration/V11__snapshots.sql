-- What is sent about a parcel without proof, ready when the parcel is written: a read need not make it of "state".
-- "snapshot_by" tells who made it; a newer Trackno, or one with other settings, makes its own. See SnapshotMaker.
alter table parcel
    add column snapshot    bytea,       -- JSON in UTF-8; its "freshness" is written anew by whoever sends it
    add column snapshot_by text,
    add column snapshot_version bigint, -- of the row that it was made of, or still fits: who writes the row without it outdates it
    add column stage       text,        -- that the snapshot tells
    add column reported_at timestamptz; -- when its newest event happened; null when the zone is not known
