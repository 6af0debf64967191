package jp.otodoke.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** A font with Japanese characters that can be embedded in part; its file is read once. */
final class UsableFont {
    /** Of each script one character. */
    private static final int[] JAPANESE = {0x3042, 0x30A2, 0x6F22, 0x5186};

    private final Path file;
    private final TrueTypeFont font;

    private UsableFont(Path file, TrueTypeFont font) {
        this.file = file;
        this.font = font;
    }

    /** Empty if it has no Japanese characters, forbids to be embedded, or has outlines that are not TrueType's (CFF). */
    static Optional<UsableFont> of(Path file) {
        try {
            return Optional.ofNullable(read(file)).map(font -> new UsableFont(file, font));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static @Nullable TrueTypeFont read(Path file) throws IOException {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
            var font = new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
            return usable(font) ? font : null;
        }
        var found = new AtomicReference<@Nullable TrueTypeFont>();
        new TrueTypeCollection(file.toFile()).processAllFonts(font -> {
            if (found.get() == null && usable(font)) {
                found.set(font);
            }
        });
        return found.get();
    }

    private static boolean usable(TrueTypeFont font) {
        try (var probe = new PDDocument()) {
            var characters = font.getUnicodeCmapLookup();
            for (int character : JAPANESE) {
                if (characters.getGlyphId(character) == 0) {
                    return false;
                }
            }
            return font.getTableMap().containsKey("glyf")
                    && PDType0Font.load(probe, font, true).getName() != null;
        } catch (IOException | RuntimeException forbidden) {
            return false;
        }
    }

    /** Whether it draws this character. */
    boolean has(int character) {
        try {
            return font.getUnicodeCmapLookup().getGlyphId(character) != 0;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** For one document, which will hold the characters that it uses. */
    PDFont in(PDDocument document) throws IOException {
        return PDType0Font.load(document, font, true);
    }

    Path file() {
        return file;
    }
}
