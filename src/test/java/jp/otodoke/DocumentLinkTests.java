package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A link in the documents leads to a file that exists, and to a heading that stands in it. */
@UnitTest
class DocumentLinkTests {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?sm)^ *```.*?^ *```|`[^`\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

    private record Link(Path document, String target) {
        boolean relative() {
            return !target.matches("[a-z]+:.*");
        }

        Path file() {
            var path = URLDecoder.decode(target.replaceFirst("#.*", ""), StandardCharsets.UTF_8);
            return path.isEmpty() ? document : document.resolveSibling(path).normalize();
        }

        boolean namesAHeading() {
            return target.contains("#") && file().toString().endsWith(".md");
        }

        String heading() {
            return target.replaceFirst(".*#", "");
        }
    }

    @Test
    void everyRelativeLinkLeadsToAFile() throws IOException {
        var links = links();

        assertThat(links).hasSizeGreaterThan(50);
        assertThat(links)
                .allSatisfy(link -> assertThat(link.file()).as(link.toString()).exists());
    }

    @Test
    void everyNamedHeadingStandsInItsDocument() throws IOException {
        assertThat(links().stream().filter(Link::namesAHeading).filter(link -> Files.exists(link.file())))
                .allSatisfy(link ->
                        assertThat(headings(link.file())).as(link.toString()).contains(link.heading()));
    }

    private static List<Link> links() throws IOException {
        try (var docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "README.ja.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                    .map(Path::of),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .flatMap(document -> LINK.matcher(
                                    CODE.matcher(text(document)).replaceAll(""))
                            .results()
                            .map(found -> new Link(document, found.group(1))))
                    .filter(Link::relative)
                    .toList();
        }
    }

    /** As GitHub makes anchors of them. */
    private static List<String> headings(Path document) {
        return HEADING.matcher(text(document))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
