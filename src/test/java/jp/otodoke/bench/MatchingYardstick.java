package jp.otodoke.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import jp.otodoke.running.RunningOtodoke;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The least that such a file costs: copied into a table and matched by reference and amount alone, then deposits, allocations,
 * postings and what is left of the claims written by one statement each, in bare tables with nothing but their keys.
 */
final class MatchingYardstick implements AutoCloseable {
    private static final Charset KANA = Charset.forName("windows-31j");
    private static final int LINES_AT_ONCE = 20_000;

    private final Connection connection;

    MatchingYardstick(RunningOtodoke.Address database) throws SQLException {
        connection = DriverManager.getConnection(database.url(), database.username(), database.password());
    }

    void claims(int dues) throws SQLException {
        run("create table claim (number text primary key, charged bigint not null, paid bigint not null default 0)");
        run(
                "create table staged (reference text not null, day text not null, amount bigint not null, number text, remitter text not null)");
        run(
                "create table deposit (id bigint generated always as identity primary key, reference text not null unique, day text not null,"
                        + " amount bigint not null, remitter text not null, claim text)");
        run("create table allocation (id bigint generated always as identity primary key, name text not null unique,"
                + " claim text not null, deposit bigint not null, amount bigint not null)");
        run(
                "create table entry (id bigint generated always as identity primary key, posting text not null, account text not null,"
                        + " amount bigint not null, claim text, unique (posting, account))");
        run(
                "insert into claim (number, charged) select 'F' || lpad(n::text, 8, '0'), 1980 + 1000 * (n % 10) from generate_series(1, "
                        + dues + ") n");
        run("analyze claim");
    }

    /** @return how many were matched */
    long book(Path file) throws SQLException, IOException {
        connection.setAutoCommit(false);
        copy(file);
        run("analyze staged");
        run("insert into deposit (reference, day, amount, remitter, claim)"
                + " select s.reference, s.day, s.amount, s.remitter, c.number from staged s"
                + " left join claim c on c.number = s.number and c.charged - c.paid = s.amount");
        run("insert into allocation (name, claim, deposit, amount)"
                + " select 'match:' || id || ':0', claim, id, amount from deposit where claim is not null");
        run("insert into entry (posting, account, amount) select 'deposit:' || id, e.account, e.sign * amount"
                + " from deposit cross join (values ('BANK', 1), ('SUSPENSE', -1)) e(account, sign)");
        run("insert into entry (posting, account, amount, claim) select a.name, e.account, e.sign * a.amount, a.claim"
                + " from allocation a cross join (values ('SUSPENSE', 1), ('RECEIVABLE', -1)) e(account, sign)");
        long matched = run("update claim c set paid = c.paid + a.amount from allocation a where a.claim = c.number");
        connection.commit();
        return matched;
    }

    private void copy(Path file) throws SQLException, IOException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var lines = Files.newBufferedReader(file, KANA)) {
            var part = new StringBuilder();
            int count = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.charAt(0) == '2') {
                    part.append(row(line, count++));
                }
                if (count % LINES_AT_ONCE == 0) {
                    flush(copies, part);
                }
            }
            flush(copies, part);
        }
    }

    /** Where the fields of format A stand. */
    private static String row(String line, int count) {
        var remitter = line.substring(49, 97).strip();
        var number = remitter.matches("F\\d{8} .*") ? remitter.substring(0, 9) : "\\N";
        return count + ":" + line.substring(1, 7) + "\t" + line.substring(7, 13) + "\t"
                + Long.parseLong(line.substring(19, 29)) + "\t" + number + "\t" + remitter + "\n";
    }

    private static void flush(CopyManager copies, StringBuilder part) throws SQLException, IOException {
        if (!part.isEmpty()) {
            copies.copyIn("copy staged from stdin", new BufferedReader(new StringReader(part.toString())));
            part.setLength(0);
        }
    }

    private int run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
