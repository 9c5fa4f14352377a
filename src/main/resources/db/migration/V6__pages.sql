-- Links that show everything about a parcel to whoever has them. Only the hash of a link's secret is kept.
create table share_link (
    token_hash      bytea       primary key, -- SHA-256
    carrier         text        not null,
    tracking_number text        not null,
    expires_at      timestamptz not null
);
create index share_link_by_end on share_link (expires_at);

-- What all processes seal addresses with, made by the first that needs it.
create table sealing_key (
    name text  primary key,
    key  bytea not null
);
