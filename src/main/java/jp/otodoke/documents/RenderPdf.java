package jp.otodoke.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** Makes a PDF of the page of a document, with the characters that it uses embedded. One at a time, as all share the fonts. */
@Component
class RenderPdf {
    private static final int PLAIN = 400;
    private static final String FONT = "Paper";

    private final JapaneseFonts fonts;

    RenderPdf(JapaneseFonts fonts) {
        this.fonts = fonts;
    }

    /** @throws jp.otodoke.shared.Refusal if no font has Japanese characters (conflict) */
    void requireFont() {
        fonts.get();
    }

    /**
     * @param html a well-formed page; {@link WritePaper#LACKING} in it makes room for the note about characters that were replaced
     * @param issuedAt becomes the time of creation
     * @throws jp.otodoke.shared.Refusal if no font has Japanese characters (conflict)
     */
    synchronized byte[] render(String html, Instant issuedAt) {
        var usable = fonts.get();
        var printable = PrintableText.of(html, character -> usable.stream().anyMatch(font -> font.has(character)));
        var page = printable.text().replace(WritePaper.LACKING, printable.replaced() ? WritePaper.note() : "");
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            draw(page, document, needed(page, usable));
            var created = GregorianCalendar.from(issuedAt.atZone(BusinessClock.TOKYO));
            document.getDocumentInformation().setCreationDate(created);
            document.getDocumentInformation().setModificationDate(created);
            document.save(out);
            return out.toByteArray();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The second font is embedded only where the first lacks something. */
    private static List<UsableFont> needed(String page, List<UsableFont> usable) {
        return page.codePoints()
                        .allMatch(character -> character < ' ' || usable.get(0).has(character))
                ? usable.subList(0, 1)
                : usable;
    }

    private static void draw(String page, PDDocument document, List<UsableFont> usable) throws IOException {
        XRLog.setLoggingEnabled(false);
        var builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        // As an archive wants it (PDF/A): no font but those inside, and colours that mean the same everywhere.
        builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Otodoke");
        builder.withHtmlContent(page, null);
        for (int i = 0; i < usable.size(); i++) {
            builder.useFont(
                    new PDFontSupplier(usable.get(i).in(document)),
                    i == 0 ? FONT : FONT + i,
                    PLAIN,
                    FontStyle.NORMAL,
                    true);
        }
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }
}
