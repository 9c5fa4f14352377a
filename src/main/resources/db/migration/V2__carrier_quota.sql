-- What is used of a carrier's quota, one row an account with it. Every call takes its share here before it is made, so all
-- processes together never make more calls than the quota, and one that dies loses at most what it had just taken.
create table carrier_quota (
    carrier text          not null,
    account text          not null, -- hash of who asks, never of the secret alone where there is a name
    day     date          not null, -- UTC
    used    integer       not null, -- calls on that day
    slots   timestamptz[] not null, -- when the latest calls were or will be made, as many as the limit a second looks at
    primary key (carrier, account)
);

-- Carriers that asked to be left alone (Retry-After), so that no process asks them, not even after a restart.
create table carrier_pause (
    carrier text        not null,
    account text        not null,
    kind    text        not null, -- the kind of failure that came with it
    until   timestamptz not null,
    primary key (carrier, account)
);
