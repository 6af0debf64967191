package jp.otodoke.documents;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;

/** The font that PDFs of tests are made with. Where none is required, tests without one are skipped; CI requires it. */
final class JapaneseFont {
    /** What CI sets. */
    private static final boolean REQUIRED = "required".equals(System.getenv("OTODOKE_BROWSER_TESTS"));

    private static final Optional<UsableFont> FOUND = FontFolders.japanese(FontFolders.usual()).stream()
            .map(UsableFont::of)
            .flatMap(Optional::stream)
            .findFirst();

    private JapaneseFont() {}

    static UsableFont required() {
        if (!REQUIRED) {
            assumeTrue(FOUND.isPresent(), "No Japanese font is installed");
        }
        return FOUND.orElseThrow();
    }
}
