package jp.otodoke.customers;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.PostalCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks up what a postal code stands for: one code may mean several towns, even in two prefectures. */
@Service
public class PostalCodes {
    private static final int SHOWN = 3;
    private static final String AREAS =
            "select zip, prefecture, city, town, street, office, prefecture_kana, city_kana, town_kana from postal_area";

    private final JdbcClient jdbc;
    private final PostalAreas areas;

    PostalCodes(JdbcClient jdbc, PostalAreas areas) {
        this.jdbc = jdbc;
        this.areas = areas;
    }

    /** Empty if the code is unknown or not a postal code. */
    @Transactional(readOnly = true)
    public List<PostalArea> find(String zip) {
        if (!PostalCode.valid(zip)) {
            return List.of();
        }
        return jdbc.sql(AREAS + " where zip = :zip order by id")
                .param("zip", new PostalCode(zip).digits())
                .query(PostalArea.class)
                .list();
    }

    /** As {@link #find(String)}, by the codes as they are written. */
    @Transactional(readOnly = true)
    public Map<String, List<PostalArea>> find(Collection<String> zips) {
        var digits = zips.stream()
                .filter(PostalCode::valid)
                .distinct()
                .collect(Collectors.toMap(zip -> zip, zip -> new PostalCode(zip).digits()));
        if (digits.isEmpty()) {
            return Map.of();
        }
        var areas = jdbc
                // Sorted only after they are found, or a plan for any list would walk all areas in their order.
                .sql(
                        """
                        with found as materialized (select * from postal_area where zip = any(:zips))
                        select zip, prefecture, city, town, street, office, prefecture_kana, city_kana, town_kana
                          from found order by id
                        """)
                .param("zips", digits.values().toArray(String[]::new))
                .query(PostalArea.class)
                .stream()
                .collect(Collectors.groupingBy(PostalArea::zip));
        return digits.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> areas.getOrDefault(e.getValue(), List.of())));
    }

    /** The areas that an address may lie in, those whose town it names first. */
    @Transactional(readOnly = true)
    public List<PostalArea> around(Address address) {
        var written = address.city() + address.line1();
        var place = PlaceName.comparable(written);
        return near(address.prefecture(), written).stream()
                .filter(area -> PlaceName.spellings(area.city()).stream()
                        .anyMatch(city -> place.startsWith(city + PlaceName.comparable(area.town()))))
                .sorted(Comparator.comparingInt(area -> -area.town().length()))
                .limit(SHOWN)
                .toList();
    }

    /** The end of a city's name has only one spelling, so that it leaves few to compare. */
    private List<PostalArea> near(String prefecture, String written) {
        return jdbc.sql(
                        AREAS
                                + " where prefecture = :prefecture and office = '' and position(right(city, 2) in :written) > 0")
                .param("prefecture", prefecture)
                .param("written", PlaceName.inAllForms(written))
                .query(PostalArea.class)
                .list();
    }

    /** What the table holds, and since when. */
    @Transactional(readOnly = true)
    public Optional<PostalVersion> version() {
        return areas.version();
    }
}
