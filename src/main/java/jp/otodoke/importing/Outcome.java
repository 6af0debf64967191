package jp.otodoke.importing;

/** What became of one record. */
enum Outcome {
    CREATED,
    UPDATED,
    EXISTING
}
