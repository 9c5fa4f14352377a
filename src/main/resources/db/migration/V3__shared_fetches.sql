-- A write says which version it was made from, so that no process overwrites what another learnt in between.
alter table parcel
    add column version     bigint not null default 0,
    add column answer_hash bytea,       -- SHA-256 of the newest raw answer: the same again is not stored again
    add column retry_at    timestamptz; -- not asked before, because the last try failed; null when it did not
-- Asking again about a parcel that has not changed rewrites three times in place: leave room for it.
alter table parcel set (fillfactor = 80);

-- Who asks a carrier about a number right now, and what came of it where there is no parcel to show for it. Cheap to lose:
-- not logged, empty after a crash of the database.
create unlogged table fetch_lease (
    carrier          text        not null,
    tracking_number  text        not null,
    holder           uuid        not null, -- a process
    leased_until     timestamptz not null, -- by the clock of the database; in the past when nobody asks
    ended_at         timestamptz,          -- when the last fetch ended, by the clock of the database
    outcome          text,                 -- NOT_FOUND or the kind of failure; null when there is a parcel
    detail           text,
    remembered_until timestamptz,          -- not asked before; null when it may be at once
    primary key (carrier, tracking_number)
) with (fillfactor = 80);
