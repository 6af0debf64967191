package jp.otodoke.documents;

import java.util.List;
import jp.otodoke.payments.PrintSlips;
import jp.otodoke.payments.SlipNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives out a document as it was issued, and notes who saw it. */
@Component
public class OpenDocument {
    private final FindDocuments documents;
    private final DocumentArchive archive;
    private final RenderPdf renderPdf;
    private final PrintSlips printSlips;
    private final AuditTrail audit;

    OpenDocument(
            FindDocuments documents,
            DocumentArchive archive,
            RenderPdf renderPdf,
            PrintSlips printSlips,
            AuditTrail audit) {
        this.documents = documents;
        this.archive = archive;
        this.renderPdf = renderPdf;
        this.printSlips = printSlips;
        this.audit = audit;
    }

    /**
     * The same bytes whenever it is asked for.
     *
     * @throws Refusal if there is no such document (not found), or no font has Japanese characters (conflict)
     */
    @Transactional
    public Opened pdf(long id) {
        var document = seen(id, "pdf");
        return new Opened(document, bytes(document));
    }

    /** @throws Refusal if there is no such document */
    @Transactional
    public String html(long id) {
        seen(id, "html");
        return archive.html(id).replace(WritePaper.LACKING, "");
    }

    /** Of a batch, whose download is recorded as a whole. */
    byte[] bytes(IssuedDocument document) {
        return archive.pdf(document.id())
                .orElseGet(() -> archive.keepPdf(
                        document.id(), renderPdf.render(archive.html(document.id()), document.issuedAt())));
    }

    private IssuedDocument seen(long id, String form) {
        var document = documents.get(id);
        var customer = document.customer();
        audit.record(
                "document-opened",
                customer == null ? document.number() : customer.value(),
                document.number() + " " + form);
        if (document.kind() == DocumentKind.PAYMENT_SLIP) {
            printSlips.printed(List.of(SlipNumber.of(archive.subject(id))));
        }
        return document;
    }

    /** @param pdf its bytes */
    public record Opened(IssuedDocument document, byte[] pdf) {
        /** For the folder of downloads. */
        public String fileName() {
            return document.number() + ".pdf";
        }
    }
}
