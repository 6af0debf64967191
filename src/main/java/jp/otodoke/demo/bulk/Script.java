package jp.otodoke.demo.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jp.otodoke.platform.data.BulkRows;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A file of SQL statements on the script's own tables. A query below a line {@code --> target (columns)} returns
 * rows that the owner of the target writes. Parameters are written {@code $so}.
 */
public record Script(String text) {
    private static final Pattern TARGET = Pattern.compile("(?ms)^--> (\\S+) \\(([^)]*)\\)\\n(.*?);\\s*$");

    /** @param beside a class in whose package the file is */
    public static Script named(Class<?> beside, String name) {
        try {
            return new Script(new ClassPathResource(name + ".sql", beside).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Script with(String name, long number) {
        return new Script(text.replace("$" + name, Long.toString(number)));
    }

    /** @return how many rows the owners wrote */
    public long run(JdbcTemplate jdbc, BulkTargets targets) {
        long rows = 0;
        int done = 0;
        for (var part : TARGET.matcher(text).results().toList()) {
            execute(jdbc, text.substring(done, part.start()));
            rows += write(targets, part);
            done = part.end();
        }
        execute(jdbc, text.substring(done));
        return rows;
    }

    private static int write(BulkTargets targets, MatchResult part) {
        return targets.write(part.group(1), new BulkRows(part.group(2), part.group(3)));
    }

    private static void execute(JdbcTemplate jdbc, String statements) {
        if (!statements.isBlank()) {
            jdbc.execute(statements);
        }
    }
}
