CREATE TABLE changes (                   -- rows of other tables that an entry wrote: before and after, as JSON
            id      INTEGER PRIMARY KEY,
            entry   INTEGER NOT NULL REFERENCES entries (id),
            place   TEXT NOT NULL,               -- the table
            row     INTEGER NOT NULL,
            before  TEXT,                        -- null: the row was added
            after   TEXT                         -- null: the row was taken away
        ) STRICT;

CREATE INDEX changes_entry ON changes (entry);

CREATE INDEX changes_row ON changes (place, row);

CREATE TABLE chats (                      -- everything else names a chat by this id; a migration changes one row
            id          INTEGER PRIMARY KEY AUTOINCREMENT,
            place       TEXT NOT NULL,            -- telegram, terminal
            telegram_id INTEGER NOT NULL,
            kind        TEXT NOT NULL,            -- private, group, supergroup
            title       TEXT NOT NULL,
            forum       INTEGER NOT NULL DEFAULT 0,
            state       TEXT NOT NULL,            -- waiting, active, paused, refused
            problem     TEXT NOT NULL DEFAULT '', -- why it is paused
            language    TEXT NOT NULL DEFAULT '', -- '': its people's own, else English
            numbers     TEXT NOT NULL DEFAULT 'indian',
            zone        TEXT NOT NULL DEFAULT '', -- '': the team's
            quiet       TEXT NOT NULL DEFAULT '', -- 22:00-07:00; '': none
            quiet_waits INTEGER NOT NULL DEFAULT 0,
            menu        TEXT NOT NULL DEFAULT '', -- which commands Telegram was last told to list there
            since       TEXT NOT NULL, reminders TEXT NOT NULL DEFAULT '30,7,1',
            UNIQUE (place, telegram_id)
        ) STRICT;

CREATE TABLE commands (                   -- questions too long for a button, by the hash that it carries
            digest  TEXT PRIMARY KEY,
            command TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

CREATE TABLE contexts (                   -- what a follow-up follows: of a person in a chat, or of an answer
            chat    INTEGER NOT NULL REFERENCES chats (id),
            thread  INTEGER NOT NULL,
            person  INTEGER NOT NULL,             -- 0 for an answer's own
            message INTEGER NOT NULL,             -- 0 for a person's newest
            value   TEXT NOT NULL,
            at      TEXT NOT NULL,
            PRIMARY KEY (chat, thread, person, message)
        ) STRICT, WITHOUT ROWID;

CREATE INDEX contexts_at ON contexts (at);

CREATE TABLE control_states (id INTEGER PRIMARY KEY AUTOINCREMENT, thing INTEGER NOT NULL REFERENCES controls (id), title TEXT NOT NULL, title_fold TEXT NOT NULL, jurisdiction TEXT NOT NULL, instrument TEXT NOT NULL,
           scope TEXT NOT NULL, announced TEXT NOT NULL, effective TEXT NOT NULL, until TEXT NOT NULL,
           status TEXT NOT NULL, confidence TEXT NOT NULL, 
    as_of     TEXT NOT NULL,               -- from when it was so; states stand in this order
    entry     INTEGER NOT NULL REFERENCES entries (id),
    edited    INTEGER NOT NULL DEFAULT 0,  -- 1: a correction, which is no slip
    change    TEXT NOT NULL DEFAULT '',    -- slip, advance, correction, status; worked out when states settle
    reason    TEXT NOT NULL DEFAULT '',
    source    INTEGER NOT NULL REFERENCES sources (id),
    note      TEXT NOT NULL DEFAULT '',
    undone    INTEGER NOT NULL DEFAULT 0,
    live      INTEGER NOT NULL DEFAULT 0   -- 1: what holds; 2: what another source says of the same day
) STRICT;

CREATE INDEX control_states_entry ON control_states (entry);

CREATE UNIQUE INDEX control_states_live ON control_states (thing) WHERE live = 1;

CREATE INDEX control_states_thing ON control_states (thing, as_of);

CREATE INDEX control_states_title ON control_states (title_fold) WHERE undone = 0;

CREATE TABLE controls   (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE drafts (                     -- entries half made, and previews that wait for a press
            id      INTEGER PRIMARY KEY AUTOINCREMENT,
            chat    INTEGER NOT NULL REFERENCES chats (id),
            thread  INTEGER NOT NULL,
            person  INTEGER NOT NULL REFERENCES people (id),
            kind    TEXT NOT NULL,
            value   TEXT NOT NULL,
            file    BLOB,
            message INTEGER,                      -- that shows it
            state   TEXT NOT NULL,                -- open, saved, cancelled
            at      TEXT NOT NULL
        ) STRICT;

CREATE INDEX drafts_open ON drafts (chat, person) WHERE state = 'open';

CREATE TABLE entries (                   -- the journal: who did what, when
            id      INTEGER PRIMARY KEY AUTOINCREMENT,
            at      TEXT NOT NULL,
            person  INTEGER,                     -- null: the program itself
            via     TEXT NOT NULL,               -- chat, terminal, cli, file, seed, fetch
            verb    TEXT NOT NULL,
            summary TEXT NOT NULL,
            undone_by INTEGER REFERENCES entries (id),
            undoes    INTEGER REFERENCES entries (id)
        ) STRICT;

CREATE INDEX entries_person ON entries (person, id);

CREATE TABLE feedback (                   -- 'Not for us'
            id     INTEGER PRIMARY KEY AUTOINCREMENT,
            at     TEXT NOT NULL,
            chat   INTEGER NOT NULL,
            person INTEGER,
            story  INTEGER NOT NULL REFERENCES stories (id),
            said   TEXT NOT NULL,
            UNIQUE (story, chat, person, said)
        ) STRICT;

CREATE TABLE fetches (
            source TEXT NOT NULL,
            period TEXT NOT NULL,
            at     TEXT NOT NULL,
            rows   INTEGER NOT NULL,               -- 0: not published yet
            PRIMARY KEY (source, period)
        ) STRICT, WITHOUT ROWID;

CREATE TABLE figure_states (id INTEGER PRIMARY KEY AUTOINCREMENT, thing INTEGER NOT NULL REFERENCES figures (id), period TEXT NOT NULL, value REAL NOT NULL, status TEXT NOT NULL, 
    as_of     TEXT NOT NULL,               -- from when it was so; states stand in this order
    entry     INTEGER NOT NULL REFERENCES entries (id),
    edited    INTEGER NOT NULL DEFAULT 0,  -- 1: a correction, which is no slip
    change    TEXT NOT NULL DEFAULT '',    -- slip, advance, correction, status; worked out when states settle
    reason    TEXT NOT NULL DEFAULT '',
    source    INTEGER NOT NULL REFERENCES sources (id),
    note      TEXT NOT NULL DEFAULT '',
    undone    INTEGER NOT NULL DEFAULT 0,
    live      INTEGER NOT NULL DEFAULT 0   -- 1: what holds; 2: what another source says of the same day
) STRICT;

CREATE INDEX figure_states_entry ON figure_states (entry);

CREATE UNIQUE INDEX figure_states_live ON figure_states (thing) WHERE live = 1;

CREATE INDEX figure_states_thing ON figure_states (thing, as_of);

CREATE TABLE figures (
            id        INTEGER PRIMARY KEY AUTOINCREMENT,
            indicator TEXT NOT NULL,
            product   TEXT NOT NULL,
            partner   TEXT NOT NULL,
            starts    TEXT NOT NULL,
            ends      TEXT NOT NULL,
            unit      TEXT NOT NULL,
            origin    TEXT NOT NULL,             -- the identity of its source: revisions share it
            UNIQUE (indicator, product, partner, unit, starts, ends, origin)
        ) STRICT;

CREATE INDEX figures_partner ON figures (partner, indicator);

CREATE INDEX figures_period ON figures (indicator, starts, ends, product);

CREATE INDEX figures_unit ON figures (unit, indicator);

CREATE TABLE follows (
            id      INTEGER PRIMARY KEY AUTOINCREMENT,
            chat    INTEGER NOT NULL REFERENCES chats (id),
            thread  INTEGER NOT NULL DEFAULT 0,
            topic   TEXT NOT NULL,
            urgency TEXT NOT NULL,                -- the least that is told
            UNIQUE (chat, thread, topic)
        ) STRICT;

CREATE INDEX follows_topic ON follows (topic);

CREATE TABLE gaps (                       -- what could not be answered, once a question
            id     INTEGER PRIMARY KEY AUTOINCREMENT,
            folded TEXT NOT NULL UNIQUE,
            text   TEXT NOT NULL,
            times  INTEGER NOT NULL DEFAULT 1,
            first  TEXT NOT NULL,
            last   TEXT NOT NULL,
            closed INTEGER REFERENCES entries (id) -- by which act
        ) STRICT;

CREATE TABLE held_figures (
            id      INTEGER PRIMARY KEY AUTOINCREMENT,
            at      TEXT NOT NULL,
            figure  TEXT NOT NULL,                 -- as JSON
            reason  TEXT NOT NULL,
            settled TEXT NOT NULL DEFAULT '',      -- '', taken, refused
            UNIQUE (figure)
        ) STRICT;

CREATE TABLE inbox (
            line     TEXT NOT NULL,               -- which bot, or the terminal: each counts its updates on its own
            update_id INTEGER NOT NULL,
            body     TEXT NOT NULL,               -- as it came; '' once pruned
            state    TEXT NOT NULL,               -- waiting, answering, done, failed, strange
            received TEXT NOT NULL,
            PRIMARY KEY (line, update_id)
        ) STRICT, WITHOUT ROWID;

CREATE INDEX inbox_open ON inbox (line, update_id) WHERE state IN ('waiting', 'answering');

CREATE INDEX inbox_received ON inbox (received);

CREATE TABLE item_keys (                  -- the names that an item goes by: guid, link, title and day
            key  TEXT PRIMARY KEY,
            item INTEGER NOT NULL REFERENCES items (id)
        ) STRICT, WITHOUT ROWID;

CREATE INDEX item_keys_item ON item_keys (item);

CREATE TABLE items (
            id        INTEGER PRIMARY KEY AUTOINCREMENT,
            watch     INTEGER NOT NULL REFERENCES watches (id),
            title     TEXT NOT NULL,
            url       TEXT NOT NULL,
            summary   TEXT NOT NULL,
            publisher TEXT NOT NULL,
            published TEXT,                       -- the source's own date
            guid      TEXT NOT NULL,
            language  TEXT NOT NULL,
            found     TEXT NOT NULL,
            relevant  INTEGER NOT NULL,
            topic     TEXT NOT NULL,
            urgency   TEXT NOT NULL,
            why       TEXT NOT NULL,
            fate      TEXT NOT NULL,
            story     INTEGER REFERENCES stories (id)
        ) STRICT;

CREATE INDEX items_late ON items (found) WHERE fate = 'catch_up';

CREATE INDEX items_relevant ON items (found) WHERE relevant = 1;

CREATE INDEX items_story ON items (story) WHERE story IS NOT NULL;

CREATE VIRTUAL TABLE items_text USING fts5 (
            title, summary, publisher, content='items', content_rowid='id',
            tokenize="porter unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
        );

CREATE TRIGGER items_text_added AFTER INSERT ON items BEGIN
            INSERT INTO items_text (rowid, title, summary, publisher)
            VALUES (new.id, new.title, new.summary, new.publisher);
        END;

CREATE TABLE 'items_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'items_text_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'items_text_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'items_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TRIGGER items_text_removed AFTER DELETE ON items BEGIN
            INSERT INTO items_text (items_text, rowid, title, summary, publisher)
            VALUES ('delete', old.id, old.title, old.summary, old.publisher);
        END;

CREATE INDEX items_watch ON items (watch, fate);

CREATE TABLE milestone_states (id INTEGER PRIMARY KEY AUTOINCREMENT, thing INTEGER NOT NULL REFERENCES milestones (id), title TEXT NOT NULL, title_fold TEXT NOT NULL, category TEXT NOT NULL, status TEXT NOT NULL,
           due TEXT NOT NULL, due_ends TEXT NOT NULL, done TEXT NOT NULL, done_starts TEXT NOT NULL,
           organisation TEXT NOT NULL, place TEXT NOT NULL, confidence TEXT NOT NULL, controls TEXT NOT NULL,
           baseline TEXT NOT NULL DEFAULT '', baseline_ends TEXT NOT NULL DEFAULT '',
           slips INTEGER NOT NULL DEFAULT 0, 
    as_of     TEXT NOT NULL,               -- from when it was so; states stand in this order
    entry     INTEGER NOT NULL REFERENCES entries (id),
    edited    INTEGER NOT NULL DEFAULT 0,  -- 1: a correction, which is no slip
    change    TEXT NOT NULL DEFAULT '',    -- slip, advance, correction, status; worked out when states settle
    reason    TEXT NOT NULL DEFAULT '',
    source    INTEGER NOT NULL REFERENCES sources (id),
    note      TEXT NOT NULL DEFAULT '',
    undone    INTEGER NOT NULL DEFAULT 0,
    live      INTEGER NOT NULL DEFAULT 0   -- 1: what holds; 2: what another source says of the same day
) STRICT;

CREATE INDEX milestone_states_category ON milestone_states (category, due_ends) WHERE live = 1;

CREATE INDEX milestone_states_done_starts ON milestone_states (done_starts, due_ends) WHERE live = 1;

CREATE INDEX milestone_states_due ON milestone_states (due_ends) WHERE live = 1;

CREATE INDEX milestone_states_entry ON milestone_states (entry);

CREATE UNIQUE INDEX milestone_states_live ON milestone_states (thing) WHERE live = 1;

CREATE INDEX milestone_states_organisation ON milestone_states (organisation, due_ends) WHERE live = 1;

CREATE INDEX milestone_states_promised
                  ON milestone_states (coalesce(nullif(baseline_ends, ''), due_ends)) WHERE live = 1;

CREATE INDEX milestone_states_thing ON milestone_states (thing, as_of);

CREATE INDEX milestone_states_title ON milestone_states (title_fold) WHERE undone = 0;

CREATE TABLE milestones (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE mutes (
            id    INTEGER PRIMARY KEY AUTOINCREMENT,
            chat  INTEGER NOT NULL,
            story INTEGER REFERENCES stories (id),
            topic TEXT,                           -- one of the two
            until TEXT,                           -- null: until unmuted
            CHECK ((story IS NULL) <> (topic IS NULL))
        ) STRICT;

CREATE INDEX mutes_chat ON mutes (chat);

CREATE TABLE number_watches (
            id       INTEGER PRIMARY KEY AUTOINCREMENT,
            chat     INTEGER NOT NULL REFERENCES chats (id),
            thread   INTEGER NOT NULL DEFAULT 0,
            command  TEXT NOT NULL,
            relation TEXT NOT NULL,
            mark     REAL,
            unit     TEXT NOT NULL DEFAULT '',
            last     TEXT NOT NULL DEFAULT '',
            met      INTEGER NOT NULL DEFAULT 0,
            UNIQUE (chat, thread, command, relation, mark)
        ) STRICT;

CREATE TABLE outbox (                     -- a row is one call to Telegram
            id         INTEGER PRIMARY KEY AUTOINCREMENT,
            chat       INTEGER NOT NULL REFERENCES chats (id),
            thread     INTEGER NOT NULL DEFAULT 0,
            key        TEXT NOT NULL,             -- the occasion: told once a chat and topic
            part       INTEGER NOT NULL DEFAULT 1,
            lane       INTEGER NOT NULL,          -- 0 answers, 1 urgent, 2 the rest
            what       TEXT NOT NULL,             -- who renders it
            subject    TEXT NOT NULL,
            body       TEXT NOT NULL DEFAULT '',  -- what it covers, for who renders it; of later parts the message
            silent     INTEGER NOT NULL DEFAULT 0,
            created    TEXT NOT NULL,
            not_before TEXT NOT NULL,
            expires    TEXT,
            state      TEXT NOT NULL,             -- pending, sending, sent, retry, unknown, dead, dropped
            attempts   INTEGER NOT NULL DEFAULT 0,
            due        TEXT NOT NULL,             -- when to try next; of a sent one, when its edit may go
            repeated   INTEGER NOT NULL DEFAULT 0, -- 1: it may have been heard already
            reason     TEXT NOT NULL DEFAULT '',
            message_id INTEGER,
            shown      INTEGER NOT NULL DEFAULT 0, -- the version of its subject that the message shows
            wanted     INTEGER NOT NULL DEFAULT 0, -- the version that there is
            settled    TEXT,
            UNIQUE (chat, thread, key, part)
        ) STRICT;

CREATE INDEX outbox_chat ON outbox (chat, lane, id) WHERE state IN ('pending', 'retry', 'unknown');

CREATE INDEX outbox_dead ON outbox (settled) WHERE state = 'dead';

CREATE INDEX outbox_edits ON outbox (due) WHERE state = 'sent' AND wanted > shown;

CREATE INDEX outbox_expires ON outbox (expires) WHERE state IN ('pending', 'retry', 'unknown');

CREATE INDEX outbox_held ON outbox (id) WHERE state = 'held';

CREATE INDEX outbox_message ON outbox (chat, message_id) WHERE message_id IS NOT NULL;

CREATE INDEX outbox_owed ON outbox (due, chat) WHERE state IN ('pending', 'retry', 'unknown');

CREATE INDEX outbox_sending ON outbox (id) WHERE state = 'sending';

CREATE INDEX outbox_subject ON outbox (subject, chat, thread);

CREATE TABLE passes (                     -- claim codes and invitations; a code is kept by its hash alone
            id      INTEGER PRIMARY KEY AUTOINCREMENT,
            digest  TEXT NOT NULL UNIQUE,
            role    TEXT NOT NULL,
            expires TEXT NOT NULL,
            made_by INTEGER REFERENCES people (id),
            used_by INTEGER REFERENCES people (id),
            used    TEXT
        ) STRICT;

CREATE TABLE people (
            id          INTEGER PRIMARY KEY AUTOINCREMENT,
            place       TEXT NOT NULL,
            telegram_id INTEGER NOT NULL,
            name        TEXT NOT NULL,
            username    TEXT NOT NULL DEFAULT '',
            role        TEXT NOT NULL,            -- admin, member, none
            asked       TEXT,                     -- when access was requested; null: not, or decided
            since       TEXT NOT NULL,
            UNIQUE (place, telegram_id)
        ) STRICT;

CREATE TABLE pictures (                   -- sent once; sent again by Telegram's own id
            digest  TEXT PRIMARY KEY,
            file_id TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

CREATE TABLE plant_states (id INTEGER PRIMARY KEY AUTOINCREMENT, thing INTEGER NOT NULL REFERENCES plants (id), title TEXT NOT NULL, title_fold TEXT NOT NULL, organisation TEXT NOT NULL, place TEXT NOT NULL,
           product TEXT NOT NULL, capacity REAL, stage TEXT NOT NULL, expected TEXT NOT NULL, confidence TEXT NOT NULL,
           programme TEXT NOT NULL, baseline TEXT NOT NULL DEFAULT '', 
    as_of     TEXT NOT NULL,               -- from when it was so; states stand in this order
    entry     INTEGER NOT NULL REFERENCES entries (id),
    edited    INTEGER NOT NULL DEFAULT 0,  -- 1: a correction, which is no slip
    change    TEXT NOT NULL DEFAULT '',    -- slip, advance, correction, status; worked out when states settle
    reason    TEXT NOT NULL DEFAULT '',
    source    INTEGER NOT NULL REFERENCES sources (id),
    note      TEXT NOT NULL DEFAULT '',
    undone    INTEGER NOT NULL DEFAULT 0,
    live      INTEGER NOT NULL DEFAULT 0   -- 1: what holds; 2: what another source says of the same day
) STRICT;

CREATE INDEX plant_states_entry ON plant_states (entry);

CREATE UNIQUE INDEX plant_states_live ON plant_states (thing) WHERE live = 1;

CREATE INDEX plant_states_thing ON plant_states (thing, as_of);

CREATE INDEX plant_states_title ON plant_states (title_fold) WHERE undone = 0;

CREATE TABLE plants     (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE restores (
            id      INTEGER PRIMARY KEY AUTOINCREMENT,
            at      TEXT NOT NULL,
            counted TEXT                          -- when admins were told how many stories may have been told before
        ) STRICT;

CREATE TABLE schedules (
            id         INTEGER PRIMARY KEY AUTOINCREMENT,
            chat       INTEGER NOT NULL REFERENCES chats (id),
            thread     INTEGER NOT NULL DEFAULT 0,
            days       TEXT NOT NULL,
            hour       TEXT NOT NULL,
            zone       TEXT NOT NULL,
            sections   TEXT NOT NULL DEFAULT '',
            urgency    TEXT NOT NULL DEFAULT 'routine',
            when_empty TEXT NOT NULL DEFAULT 'line',
            last_slot  TEXT NOT NULL DEFAULT '',
            since      TEXT NOT NULL,
            told_until TEXT NOT NULL,
            UNIQUE (chat, thread)
        ) STRICT;

CREATE TABLE seeds (                     -- what was shipped, so that an upgrade knows what is ours
            id      INTEGER PRIMARY KEY,
            kind    TEXT NOT NULL,
            key     TEXT NOT NULL,               -- of the shipped thing
            digest  TEXT NOT NULL,               -- of the shipped rows of that thing
            offered INTEGER NOT NULL DEFAULT 0,  -- 1: it differs from the team's own, and admins are asked
            UNIQUE (kind, key)
        ) STRICT;

CREATE TABLE shown (                      -- which message shows what of the record, so that a reply names it
            chat    INTEGER NOT NULL REFERENCES chats (id),
            message INTEGER NOT NULL,
            subject TEXT NOT NULL,                -- milestone:17, story:812
            PRIMARY KEY (chat, message)
        ) STRICT, WITHOUT ROWID;

CREATE TABLE snoozes (                   -- a reminder that someone put off
            id      INTEGER PRIMARY KEY AUTOINCREMENT,
            chat    INTEGER NOT NULL REFERENCES chats (id),
            subject TEXT NOT NULL,               -- milestone:17
            until   TEXT NOT NULL,
            UNIQUE (chat, subject)
        ) STRICT;

CREATE TABLE sources (
            id        INTEGER PRIMARY KEY,
            title     TEXT NOT NULL,
            url       TEXT NOT NULL,
            published TEXT NOT NULL,             -- a day; '' when the source gives none
            UNIQUE (title, url, published)
        ) STRICT;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE statement_states (id INTEGER PRIMARY KEY AUTOINCREMENT, thing INTEGER NOT NULL REFERENCES statements (id), topic TEXT NOT NULL, title TEXT NOT NULL, title_fold TEXT NOT NULL, said_by TEXT NOT NULL,
           said_on TEXT NOT NULL, confidence TEXT NOT NULL, 
    as_of     TEXT NOT NULL,               -- from when it was so; states stand in this order
    entry     INTEGER NOT NULL REFERENCES entries (id),
    edited    INTEGER NOT NULL DEFAULT 0,  -- 1: a correction, which is no slip
    change    TEXT NOT NULL DEFAULT '',    -- slip, advance, correction, status; worked out when states settle
    reason    TEXT NOT NULL DEFAULT '',
    source    INTEGER NOT NULL REFERENCES sources (id),
    note      TEXT NOT NULL DEFAULT '',
    undone    INTEGER NOT NULL DEFAULT 0,
    live      INTEGER NOT NULL DEFAULT 0   -- 1: what holds; 2: what another source says of the same day
) STRICT;

CREATE INDEX statement_states_entry ON statement_states (entry);

CREATE UNIQUE INDEX statement_states_live ON statement_states (thing) WHERE live = 1;

CREATE INDEX statement_states_thing ON statement_states (thing, as_of);

CREATE INDEX statement_states_title ON statement_states (title_fold) WHERE undone = 0;

CREATE TABLE statements (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE stories (
            id          INTEGER PRIMARY KEY AUTOINCREMENT,
            key         TEXT NOT NULL UNIQUE,
            topic       TEXT NOT NULL,
            urgency     TEXT NOT NULL,
            lead        INTEGER NOT NULL,         -- an item's id
            opened      TEXT NOT NULL,
            changed     TEXT NOT NULL,
            version     INTEGER NOT NULL,
            development INTEGER NOT NULL,
            news        TEXT                      -- when it last had something to tell; null: found on quiet visits only
        ) STRICT;

CREATE INDEX stories_changed ON stories (changed);

CREATE INDEX stories_news ON stories (news) WHERE news IS NOT NULL;

CREATE TRIGGER stories_revised AFTER UPDATE OF version ON stories BEGIN
            UPDATE outbox SET wanted = new.version WHERE id IN (
                SELECT max(id) FROM outbox WHERE subject = 'story:' || new.id AND state <> 'dropped'
                GROUP BY chat, thread, what, part
            );
        END;

CREATE TABLE taken (                     -- what an undo turned: the acts that it took back, or brought back
            act     INTEGER NOT NULL REFERENCES entries (id),
            entry   INTEGER NOT NULL REFERENCES entries (id),
            PRIMARY KEY (act, entry)
        ) STRICT, WITHOUT ROWID;

CREATE INDEX taken_entry ON taken (entry);

CREATE TABLE topics (                     -- of forums, as they are met
            id     INTEGER PRIMARY KEY,
            chat   INTEGER NOT NULL REFERENCES chats (id),
            thread INTEGER NOT NULL,
            gone   INTEGER NOT NULL DEFAULT 0,    -- 1: deleted; nothing is sent there
            UNIQUE (chat, thread)
        ) STRICT;

CREATE TABLE visits (
            watch         INTEGER PRIMARY KEY REFERENCES watches (id),
            last          TEXT,
            good          TEXT,
            next          TEXT,
            etag          TEXT NOT NULL,
            last_modified TEXT NOT NULL,
            digest        TEXT NOT NULL,
            failures      INTEGER NOT NULL,
            failing_since TEXT,
            fault         TEXT NOT NULL,
            fault_kind    TEXT NOT NULL,
            fault_told    TEXT NOT NULL,
            quiet         INTEGER NOT NULL,
            finds         INTEGER NOT NULL,
            first_find    TEXT,
            last_find     TEXT,
            silent_told   INTEGER NOT NULL
        ) STRICT;

CREATE TABLE watches (
            id       INTEGER PRIMARY KEY AUTOINCREMENT,
            url      TEXT NOT NULL UNIQUE,        -- a watch taken off and added again remembers what it had seen
            name     TEXT NOT NULL,
            kind     TEXT NOT NULL,               -- feed, page, federal-register
            topic    TEXT,
            official INTEGER NOT NULL,
            every    INTEGER,                     -- seconds; null: by its kind of source
            selector TEXT NOT NULL,
            paused   INTEGER NOT NULL DEFAULT 0,
            shipped  INTEGER NOT NULL DEFAULT 0,
            added    TEXT NOT NULL,
            removed  TEXT                         -- null while it is watched
        ) STRICT;
