package jp.otodoke.shared.start;

/** The database was created before the baseline of the migrations and can't be brought to today's schema. */
class OutdatedDatabase extends RuntimeException {
    OutdatedDatabase(String migration) {
        super("The database was created by an older checkout (migration " + migration
                + " is older than the baseline) and can't be upgraded. Nothing in it was changed.");
    }
}
