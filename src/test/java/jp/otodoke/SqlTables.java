package jp.otodoke;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads which tables and views a piece of SQL names, wherever a table may stand in it. */
final class SqlTables {
    /** Stands for a table that is put in later, so that nobody can say which. */
    static final String UNNAMED = "?";

    private static final Pattern TOKEN = Pattern.compile(
            "--[^\\n]*|/\\*.*?\\*/|'(?:[^']++|'')*+'|\"[^\"]*\"|[A-Za-z_][A-Za-z0-9_.]*|%(?:\\d\\$)?s|[(),;]",
            Pattern.DOTALL);
    private static final Pattern LOOKS_LIKE_SQL =
            Pattern.compile("\\b(?:select|delete|insert|update|join)\\b", Pattern.CASE_INSENSITIVE);
    /** After these a table follows. */
    private static final Set<String> BEFORE_A_TABLE =
            Set.of("from", "join", "into", "update", "table", "truncate", "using", "copy", "only", "analyze");
    /** These end a list of tables. */
    private static final Set<String> END_OF_LIST = Set.of(
            "where",
            "group",
            "order",
            "having",
            "limit",
            "offset",
            "union",
            "set",
            "values",
            "select",
            "returning",
            "on",
            "window",
            "fetch",
            "for",
            "when",
            "then",
            "with",
            ";");

    private final Set<String> found = new TreeSet<>();
    private final Deque<Boolean> listOutside = new ArrayDeque<>();
    private boolean inList;
    private boolean expected;
    private String before = "";
    private boolean makesIndexOrTrigger;

    private SqlTables() {}

    /** In small letters; with the schema where it is not the usual one. */
    static Set<String> in(String sql) {
        var reader = new SqlTables();
        var tokens = TOKEN.matcher(sql);
        while (tokens.find()) {
            var token = tokens.group();
            if (!token.startsWith("--") && !token.startsWith("/*") && !token.startsWith("'")) {
                reader.read(token.toLowerCase(Locale.ROOT).replace("\"", ""));
            }
        }
        if (reader.expected
                && Set.of("from", "join", "into", "update").contains(reader.before)
                && LOOKS_LIKE_SQL.matcher(sql).find()) {
            reader.found.add(UNNAMED);
        }
        return reader.found;
    }

    private void read(String token) {
        switch (token) {
            case "(" -> {
                listOutside.push(inList);
                inList = false;
                // In "from (orders join …)" the table follows the bracket; what is put in there is a query.
                expected = expected && BEFORE_A_TABLE.contains(before);
            }
            case ")" -> {
                inList = !listOutside.isEmpty() && listOutside.pop();
                expected = false;
            }
            case "," -> expected = inList;
            default -> word(token);
        }
        before = token;
    }

    private void word(String token) {
        if (token.equals("index") || token.equals("trigger")) {
            makesIndexOrTrigger = true;
        }
        if (token.equals("on") && makesIndexOrTrigger) {
            makesIndexOrTrigger = false;
            expected = true;
        } else if (isBeforeATable(token)) {
            expected = true;
            inList = token.equals("from") || token.equals("join") || token.equals("using") || inList;
        } else if (END_OF_LIST.contains(token)) {
            inList = false;
            expected = false;
        } else if (expected
                && !token.equals("lateral")
                && !token.equals("if")
                && !token.equals("exists")
                && !token.equals("not")) {
            add(token);
            expected = false;
        }
    }

    private void add(String token) {
        if (!token.startsWith("%")) {
            found.add(token.replaceFirst("^public\\.", ""));
        } else if (!before.equals("(")) {
            found.add(UNNAMED);
        }
    }

    /** Not in "is distinct from", "for update", "on conflict do update" and "using gin". */
    private boolean isBeforeATable(String token) {
        return BEFORE_A_TABLE.contains(token)
                && !(token.equals("from") && before.equals("distinct"))
                && !(token.equals("update")
                        && Set.of("for", "key", "do", "before", "or", "after").contains(before));
    }
}
