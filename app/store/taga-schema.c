#include "taga-schema.h"

/*
 * The steps by which the schema grew, the first to version 1. A step that has been released never
 * changes, and steps only append tables and columns: the changesets in old files must still apply.
 *
 * Numbers stand before texts, so that a scan for risks never reads past them; ids are never used
 * twice, so that the history of a removed record is not taken for that of another.
 */
static const char *const steps[] = {
  "PRAGMA application_id = 0x54414741;"

  "CREATE TABLE company ("
  " id INTEGER PRIMARY KEY CHECK (id = 1), employees INTEGER, fiscal_month INTEGER,"
  " fictitious INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL, industry TEXT, setup_people TEXT,"
  " setup_dedication TEXT, setup_who TEXT, approval_boxes TEXT, date_style TEXT,"
  " edition TEXT NOT NULL, note TEXT) STRICT;"

  "CREATE TABLE department ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, head TEXT, note TEXT) STRICT;"

  "CREATE TABLE person ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, department INTEGER REFERENCES department (id),"
  " name TEXT NOT NULL, title TEXT, note TEXT) STRICT;"
  "CREATE INDEX person_department ON person (department);"

  "CREATE TABLE round ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, date TEXT, judge TEXT,"
  " sealed_on TEXT, note TEXT) STRICT;"

  "CREATE TABLE asset ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, confidentiality INTEGER, integrity INTEGER,"
  " availability INTEGER, personal INTEGER NOT NULL DEFAULT 0,"
  " sensitive INTEGER NOT NULL DEFAULT 0, my_number INTEGER NOT NULL DEFAULT 0,"
  " threat_override INTEGER, vulnerability_override INTEGER, medium TEXT, retired_on TEXT,"
  " registered_on TEXT, reviewed_on TEXT, name TEXT NOT NULL, business TEXT, department TEXT,"
  " users TEXT, retention TEXT, note TEXT, threat_reason TEXT, vulnerability_reason TEXT) STRICT;"

  "CREATE TABLE threat ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, round INTEGER NOT NULL REFERENCES round (id),"
  " frequency INTEGER, item TEXT NOT NULL, answered_by TEXT, answered_on TEXT, note TEXT,"
  " UNIQUE (round, item)) STRICT;"

  "CREATE TABLE \"check\" ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, round INTEGER NOT NULL REFERENCES round (id),"
  " answer INTEGER, item TEXT NOT NULL, answered_by TEXT, answered_on TEXT, note TEXT,"
  " UNIQUE (round, item)) STRICT;"

  "CREATE TABLE history ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, state INTEGER NOT NULL DEFAULT 0,"
  " n_changes INTEGER NOT NULL, time TEXT NOT NULL, person TEXT, label TEXT NOT NULL,"
  " state_time TEXT, state_person TEXT, changeset BLOB NOT NULL) STRICT;",

  "ALTER TABLE asset ADD COLUMN confidentiality_reason TEXT;"
  "ALTER TABLE asset ADD COLUMN integrity_reason TEXT;"
  "ALTER TABLE asset ADD COLUMN availability_reason TEXT;"

  "CREATE TABLE view ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, register TEXT NOT NULL,"
  " definition TEXT NOT NULL) STRICT;"

  /* How the file is looked at; no part of the history. */
  "CREATE TABLE setting ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL) STRICT;",

  /* Where a row stands that was put between others; the rest stand where their ids do. */
  "ALTER TABLE asset ADD COLUMN position INTEGER;"
  "CREATE INDEX asset_position ON asset (position) WHERE position IS NOT NULL;",

  "CREATE TABLE stocktake ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, started_on TEXT NOT NULL,"
  " due_on TEXT, closed_on TEXT, code TEXT NOT NULL, note TEXT) STRICT;"

  /* The asset is no foreign key: what was said of it is kept when it is removed. */
  "CREATE TABLE stocktake_item ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, stocktake INTEGER NOT NULL REFERENCES stocktake (id),"
  " asset INTEGER NOT NULL, sending INTEGER, state TEXT NOT NULL, checked_on TEXT, sent_on TEXT,"
  " name TEXT NOT NULL, department TEXT, checked_by TEXT, note TEXT, sent TEXT,"
  " UNIQUE (stocktake, asset)) STRICT;",

  /* Rounds are copied, confirmed and sealed; what is against the risks, and who does it. */
  "ALTER TABLE round ADD COLUMN copied_from INTEGER REFERENCES round (id);"
  "ALTER TABLE round ADD COLUMN edition TEXT;"
  "ALTER TABLE round ADD COLUMN sealed_by TEXT;"
  "ALTER TABLE round ADD COLUMN seal TEXT;"

  /* No default: the session extension takes a column that an old row lacks for NULL. */
  "ALTER TABLE threat ADD COLUMN to_confirm INTEGER;"
  "ALTER TABLE \"check\" ADD COLUMN to_confirm INTEGER;"
  "ALTER TABLE \"check\" ADD COLUMN evidence TEXT;"
  "ALTER TABLE \"check\" ADD COLUMN evidence_link TEXT;"
  "ALTER TABLE \"check\" ADD COLUMN evidence_file TEXT;"
  "ALTER TABLE \"check\" ADD COLUMN evidence_on TEXT;"
  "ALTER TABLE \"check\" ADD COLUMN evidence_by TEXT;"

  /* What was answered before there were copies has nobody to wait for. */
  "UPDATE threat SET to_confirm = 0;"
  "UPDATE \"check\" SET to_confirm = 0;"

  "ALTER TABLE asset ADD COLUMN treatment TEXT;"
  "ALTER TABLE asset ADD COLUMN treatment_reason TEXT;"
  "ALTER TABLE asset ADD COLUMN rejected_options TEXT;"
  "ALTER TABLE asset ADD COLUMN residual_override INTEGER;"
  "ALTER TABLE asset ADD COLUMN residual_reason TEXT;"
  "ALTER TABLE asset ADD COLUMN accepted_by TEXT;"
  "ALTER TABLE asset ADD COLUMN accepted_on TEXT;"

  "ALTER TABLE company ADD COLUMN rule_set TEXT;"
  "ALTER TABLE company ADD COLUMN acceptance INTEGER;"
  "ALTER TABLE company ADD COLUMN representative TEXT;"
  "ALTER TABLE company ADD COLUMN address TEXT;"
  "ALTER TABLE company ADD COLUMN phone TEXT;"
  "ALTER TABLE company ADD COLUMN business TEXT;"
  "ALTER TABLE company ADD COLUMN system_note TEXT;"

  "ALTER TABLE person ADD COLUMN phone TEXT;"
  "ALTER TABLE person ADD COLUMN mail TEXT;"
  "ALTER TABLE person ADD COLUMN left_on TEXT;"

  "CREATE TABLE sheet (id INTEGER PRIMARY KEY AUTOINCREMENT, round INTEGER NOT NULL"
  " REFERENCES round (id), name TEXT NOT NULL, note TEXT) STRICT;"

  "CREATE TABLE own_item (id INTEGER PRIMARY KEY AUTOINCREMENT, \"list\" TEXT NOT NULL,"
  " \"group\" TEXT NOT NULL, title TEXT NOT NULL, help TEXT, retired_on TEXT) STRICT;"

  "CREATE TABLE mapping (id INTEGER PRIMARY KEY AUTOINCREMENT, counts INTEGER NOT NULL"
  " DEFAULT 0, kind TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, UNIQUE (kind,"
  " item, target)) STRICT;"

  "CREATE TABLE question (id INTEGER PRIMARY KEY AUTOINCREMENT, round INTEGER NOT NULL"
  " REFERENCES round (id), sheet INTEGER NOT NULL REFERENCES sheet (id), answer INTEGER,"
  " to_confirm INTEGER NOT NULL DEFAULT 0, item TEXT NOT NULL, note TEXT, answered_by TEXT,"
  " answered_on TEXT, UNIQUE (sheet, item)) STRICT;"

  "CREATE TABLE rule (id INTEGER PRIMARY KEY AUTOINCREMENT, round INTEGER NOT NULL"
  " REFERENCES round (id), answer INTEGER, to_confirm INTEGER NOT NULL DEFAULT 0, item TEXT"
  " NOT NULL, way TEXT, owner TEXT, note TEXT, evidence TEXT, evidence_link TEXT,"
  " evidence_on TEXT, answered_by TEXT, answered_on TEXT, UNIQUE (round, item)) STRICT;"

  "CREATE TABLE recheck (id INTEGER PRIMARY KEY AUTOINCREMENT, round INTEGER NOT NULL"
  " REFERENCES round (id), answer INTEGER, to_confirm INTEGER NOT NULL DEFAULT 0, item TEXT"
  " NOT NULL, note TEXT, answered_by TEXT, answered_on TEXT, UNIQUE (round, item)) STRICT;"

  "CREATE TABLE top_threat (id INTEGER PRIMARY KEY AUTOINCREMENT, round INTEGER NOT NULL"
  " REFERENCES round (id), rank INTEGER, item TEXT NOT NULL, note TEXT, UNIQUE (round,"
  " item)) STRICT;"

  "CREATE TABLE axis_score (id INTEGER PRIMARY KEY AUTOINCREMENT, round INTEGER NOT NULL"
  " REFERENCES round (id), score INTEGER, axis TEXT NOT NULL, origin TEXT NOT NULL, evidence"
  " TEXT, answered_by TEXT, answered_on TEXT, UNIQUE (round, axis)) STRICT;"

  "CREATE TABLE sealed_asset (id INTEGER PRIMARY KEY AUTOINCREMENT, round INTEGER NOT NULL"
  " REFERENCES round (id), asset INTEGER NOT NULL, importance INTEGER, threat INTEGER,"
  " vulnerability INTEGER, likelihood INTEGER, risk INTEGER, residual INTEGER, medium TEXT,"
  " band TEXT, treatment TEXT, name TEXT NOT NULL, business TEXT, department TEXT, UNIQUE"
  " (round, asset)) STRICT;"

  "CREATE TABLE measure (id INTEGER PRIMARY KEY AUTOINCREMENT, budget INTEGER, actual_cost"
  " INTEGER, name TEXT NOT NULL, treatment TEXT, status TEXT, owner TEXT, planned_start"
  " TEXT, planned_end TEXT, actual_start TEXT, actual_end TEXT, checks TEXT, assets TEXT,"
  " note TEXT) STRICT;"

  "CREATE TABLE cost (id INTEGER PRIMARY KEY AUTOINCREMENT, cost INTEGER, item TEXT NOT"
  " NULL, note TEXT, UNIQUE (item)) STRICT;"

  "CREATE TABLE declaration (id INTEGER PRIMARY KEY AUTOINCREMENT, stars INTEGER NOT NULL,"
  " number TEXT, declared_on TEXT, policy_url TEXT, review_on TEXT, note TEXT) STRICT;"

  "CREATE TABLE role (id INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER REFERENCES"
  " person (id), department INTEGER REFERENCES department (id), item TEXT NOT NULL, note"
  " TEXT) STRICT;"

  "CREATE TABLE contact (id INTEGER PRIMARY KEY AUTOINCREMENT, position INTEGER, name TEXT"
  " NOT NULL, kind TEXT, organisation TEXT, phone TEXT, other_phone TEXT, mail TEXT, purpose"
  " TEXT, note TEXT) STRICT;"

  "CREATE TABLE system (id INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER, internet"
  " INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL, kind TEXT, os TEXT, note TEXT) STRICT;"

  "CREATE TABLE budget (id INTEGER PRIMARY KEY AUTOINCREMENT, year INTEGER NOT NULL,"
  " planned INTEGER, actual INTEGER, name TEXT NOT NULL, note TEXT) STRICT;",

  /* What is told to others: case profiles, the names that they leave out, what is to be decided. */
  "CREATE TABLE profile (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, "
  "\"before\" INTEGER REFERENCES round (id), \"after\" INTEGER REFERENCES round (id), "
  "note TEXT) STRICT;"

  "CREATE TABLE profile_part (id INTEGER PRIMARY KEY AUTOINCREMENT, profile INTEGER NOT "
  "NULL REFERENCES profile (id), part TEXT NOT NULL, position INTEGER, title TEXT, text "
  "TEXT, axis TEXT, state TEXT) STRICT;"

  "CREATE TABLE alias (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, alias "
  "TEXT NOT NULL, kind TEXT, UNIQUE (name)) STRICT;"

  "CREATE TABLE decision (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, "
  "reason TEXT, measures TEXT, amount INTEGER, asked_on TEXT, due_on TEXT, answer TEXT, "
  "decided_on TEXT, decided_by TEXT, note TEXT) STRICT;",
};

/**
 * taga_schema_get_steps:
 * @n_steps: (out): how many there are, which is the newest version
 *
 * Gives the steps by which the schema grew.
 *
 * Returns: (transfer none) (array length=n_steps): the steps
 */
const char *const *
taga_schema_get_steps (int *n_steps)
{
  *n_steps = G_N_ELEMENTS (steps);
  return steps;
}
