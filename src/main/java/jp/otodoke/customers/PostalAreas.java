package jp.otodoke.customers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.otodoke.shared.BusinessClock;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of postal areas with its version; a city is always replaced as a whole. */
@Component
class PostalAreas {
    private static final int LOCK = 1001;
    private static final String COLUMNS =
            "zip, prefecture, city, town, street, office, prefecture_kana, city_kana, town_kana";

    private final JdbcTemplate jdbc;

    PostalAreas(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PostalVersion> version() {
        return jdbc
                .query(
                        "select source, data_date, areas, loaded_at from postal_version order by id desc limit 1",
                        (row, i) -> new PostalVersion(
                                row.getString("source"),
                                row.getObject("data_date", LocalDate.class),
                                row.getInt("areas"),
                                row.getTimestamp("loaded_at").toInstant()))
                .stream()
                .findFirst();
    }

    /** Nodes that start together load one after the other; each sees what the previous one did. */
    void lock() {
        jdbc.queryForList("select pg_advisory_xact_lock(" + LOCK + ")::text");
    }

    /**
     * Replaces everything.
     *
     * @param rows UTF-8, one area per line, its columns in the order of {@link PostalArea}, separated by tabs
     */
    void replaceAll(InputStream rows) {
        jdbc.update("delete from postal_area");
        jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, rows));
    }

    private static long copy(Connection connection, InputStream rows) throws SQLException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy postal_area (" + COLUMNS + ") from stdin (encoding 'UTF8')", rows);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Replaces the areas of these cities, except the codes of large receivers. */
    void replace(List<PostalCity> cities) {
        jdbc.update(
                """
                delete from postal_area where office = '' and (prefecture, city) in
                    (select * from unnest(?::text[], ?::text[]))""",
                names(cities, PostalCity::prefecture),
                names(cities, PostalCity::city));
        insert(cities.stream().flatMap(city -> city.areas().stream()).toList());
    }

    /** Removes the areas of all other cities, except the codes of large receivers. */
    void retain(List<PostalCity> cities) {
        jdbc.update(
                """
                delete from postal_area where office = '' and (prefecture, city) not in
                    (select * from unnest(?::text[], ?::text[]))""",
                names(cities, PostalCity::prefecture),
                names(cities, PostalCity::city));
    }

    void stamp(String source, LocalDate date, Instant now) {
        jdbc.update(
                """
                insert into postal_version (source, data_date, areas, loaded_at)
                select ?, ?, count(*), ? from postal_area""",
                source,
                date,
                OffsetDateTime.ofInstant(now, BusinessClock.TOKYO));
    }

    private void insert(List<PostalArea> areas) {
        jdbc.update(
                """
                insert into postal_area (%s)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                     ?::text[], ?::text[], ?::text[])"""
                        .formatted(COLUMNS),
                column(areas, PostalArea::zip),
                column(areas, PostalArea::prefecture),
                column(areas, PostalArea::city),
                column(areas, PostalArea::town),
                column(areas, PostalArea::street),
                column(areas, PostalArea::office),
                column(areas, PostalArea::prefectureKana),
                column(areas, PostalArea::cityKana),
                column(areas, PostalArea::townKana));
    }

    private static String[] column(List<PostalArea> areas, Function<PostalArea, String> part) {
        return areas.stream().map(part).toArray(String[]::new);
    }

    private static String[] names(List<PostalCity> cities, Function<PostalCity, String> part) {
        return cities.stream().map(part).toArray(String[]::new);
    }
}
