package jp.otodoke.partners.exchange;

import java.util.List;
import jp.otodoke.platform.csv.CharacterSets;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The next file that a partner gets: sealed as the dispatcher seals it, and looked into without sending it. */
public class NextFile {
    private final Partners partners;
    private final OutgoingFiles files;
    private final JdbcClient jdbc;

    NextFile(Partners partners, OutgoingFiles files, JdbcClient jdbc) {
        this.partners = partners;
        this.files = files;
        this.jdbc = jdbc;
    }

    /** Everything that waits, as one file. */
    public Sealed seal(String partner, String type) {
        var format = partners.all().stream()
                .filter(p -> p.code().equals(partner))
                .flatMap(p -> p.sends().stream())
                .filter(f -> f.type().equals(type))
                .findFirst()
                .orElseThrow();
        if (!files.assemble(format)) {
            throw new AssertionError("Nothing waits for " + partner);
        }
        return jdbc.sql(
                        "select file_name, content from partner_message where partner = ? and type = ? order by id desc")
                .params(partner, type)
                .query((row, n) -> new Sealed(
                        row.getString("file_name"),
                        new String(row.getBytes("content"), CharacterSets.CP932)
                                .lines()
                                .toList()))
                .list()
                .get(0);
    }

    /** A file and its lines. */
    public record Sealed(String name, List<String> lines) {
        public List<String> linesWith(String text) {
            return lines.stream().filter(line -> line.contains(text)).toList();
        }
    }
}
