package jp.otodoke.demo.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import jp.otodoke.platform.data.BulkRows;
import jp.otodoke.platform.data.BulkWriter;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables that scripts may write, by the name that they use, as the modules that own them contribute them. */
@Component
@Profile("demo & !production")
public class BulkTargets {
    private final List<BulkWriter> writers;
    private final Map<String, ToIntFunction<BulkRows>> targets = new HashMap<>();

    BulkTargets(List<BulkWriter> writers) {
        this.writers = writers;
        writers.forEach(writer -> writer.targets().forEach(this::add));
    }

    private void add(String target, ToIntFunction<BulkRows> write) {
        if (targets.putIfAbsent(target, write) != null) {
            throw new IllegalStateException("Two modules write " + target);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public int write(String target, BulkRows rows) {
        var owner = targets.get(target);
        if (owner == null) {
            throw new IllegalArgumentException("No module writes " + target);
        }
        return owner.applyAsInt(rows);
    }

    /** The large tables, whose indexes can be created after their rows. */
    public List<String> tables() {
        return writers.stream().flatMap(writer -> writer.largeTables().stream()).toList();
    }

    /** Creates what is derived from the rows: balances, sequence values and planner statistics. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish() {
        writers.forEach(BulkWriter::finish);
    }
}
