-- Whose a number is, as a carrier confirmed it or somebody corrected it; the latest word counts.
create table learnt_number (
    tracking_number text        primary key,
    carrier         text        not null,
    length          integer     not null,
    prefix          text        not null, -- see org.trackno.number.LearntPrefixes
    learnt_at       timestamptz not null
);

-- How many of these numbers begin alike: all processes rank by it.
create table learnt_prefix (
    length  integer not null,
    prefix  text    not null,
    carrier text    not null,
    numbers integer not null,
    primary key (length, prefix, carrier)
);
