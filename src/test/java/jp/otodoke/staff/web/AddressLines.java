package jp.otodoke.staff.web;

import java.util.List;

/** Shows the lines of {@link PathPermissions} to tests of the module. */
public final class AddressLines {
    public record Line(String path, String read, String change) {}

    private AddressLines() {}

    public static List<Line> all() {
        return PathPermissions.RULES.stream()
                .map(rule -> new Line(
                        rule.path().isEmpty() ? "anything else" : rule.path(),
                        rule.toRead().name(),
                        rule.toChange().name()))
                .toList();
    }
}
