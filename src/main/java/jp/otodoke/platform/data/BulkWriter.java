package jp.otodoke.platform.data;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Writes rows into the tables of its module in bulk; exists in a demo only. Its methods run in the caller's
 * transaction.
 */
public interface BulkWriter {
    /** What can be written, by the name that scripts use; each returns the number of rows written. */
    Map<String, ToIntFunction<BulkRows>> targets();

    /** Tables whose indexes should be dropped while millions of rows are written. */
    default List<String> largeTables() {
        return List.of();
    }

    /** Creates what is derived from the rows: balances, sequence values and planner statistics. */
    default void finish() {}
}
