package jp.otodoke.payments.paper.banks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.payments.BankCode;

/** What a file of bank codes changes in the table. */
public record BankCodeDifferences(List<BankCode> added, List<Change> changed, List<BankCode> removed) {
    /** A code whose name or kana is another in the file. */
    public record Change(BankCode before, BankCode after) {}

    static BankCodeDifferences between(Collection<BankCode> table, Collection<BankCode> file, BankCodeScope scope) {
        var before = byKey(table);
        var after = byKey(file);
        var added = new ArrayList<BankCode>();
        var changed = new ArrayList<Change>();
        after.forEach((key, code) -> {
            var known = before.get(key);
            if (known == null) {
                added.add(code);
            } else if (!known.equals(code)) {
                changed.add(new Change(known, code));
            }
        });
        var banks = after.values().stream().map(BankCode::bank).collect(Collectors.toSet());
        var removed = before.values().stream()
                .filter(code -> !after.containsKey(code.key()) && gone(code, scope, banks))
                .toList();
        return new BankCodeDifferences(added, changed, removed);
    }

    /** A file of branches need not repeat the names of their banks. */
    private static boolean gone(BankCode code, BankCodeScope scope, Set<String> banks) {
        return switch (scope) {
            case PART -> false;
            case BRANCHES -> !code.branch().isEmpty() && banks.contains(code.bank());
            case ALL -> true;
        };
    }

    private static Map<String, BankCode> byKey(Collection<BankCode> codes) {
        return codes.stream()
                .collect(Collectors.toMap(
                        BankCode::key, Function.identity(), (first, second) -> second, LinkedHashMap::new));
    }

    public boolean none() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
