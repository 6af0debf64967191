package jp.otodoke.customers;

import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.PostalCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks up what a postal code stands for: one code may mean several towns, even in two prefectures. */
@Service
public class PostalCodes {
    private final JdbcClient jdbc;
    private final PostalAreas areas;

    PostalCodes(JdbcClient jdbc, PostalAreas areas) {
        this.jdbc = jdbc;
        this.areas = areas;
    }

    /** Empty where the code is unknown or no postal code at all. */
    @Transactional(readOnly = true)
    public List<PostalArea> find(String zip) {
        if (!PostalCode.valid(zip)) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select zip, prefecture, city, town, street, office, prefecture_kana, city_kana, town_kana
                        from postal_area where zip = :zip order by id""")
                .param("zip", new PostalCode(zip).digits())
                .query(PostalArea.class)
                .list();
    }

    /** What the table holds, and since when. */
    @Transactional(readOnly = true)
    public Optional<PostalVersion> version() {
        return areas.version();
    }
}
