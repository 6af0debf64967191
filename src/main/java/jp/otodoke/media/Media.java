package jp.otodoke.media;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks up advertising media. */
@Component
public class Media {
    private static final String COLUMNS = "select code, name, dialled, active from medium";

    private final JdbcClient jdbc;

    Media(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By code, or by the dialled number; width, case and hyphens are ignored. */
    @Transactional(readOnly = true)
    public Optional<Medium> find(@Nullable String codeOrNumber) {
        var typed = TextNormalizer.clean(codeOrNumber);
        return typed.isEmpty()
                ? Optional.empty()
                : jdbc.sql(COLUMNS + " where code = :code or dialled = :dialled order by code = :code desc limit 1")
                        .param("code", typed.toUpperCase(Locale.ROOT))
                        .param("dialled", TextNormalizer.digits(typed))
                        .query(Medium.class)
                        .optional();
    }

    /** Active ones first. */
    @Transactional(readOnly = true)
    public List<Medium> all() {
        return jdbc.sql(COLUMNS + " order by active desc, code")
                .query(Medium.class)
                .list();
    }
}
