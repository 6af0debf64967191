package jp.otodoke.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import jp.otodoke.staff.AuditTrail;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the documents of a batch behind each other into one PDF, each as it was issued. */
@Component
public class MergeDocuments {
    private final DocumentBatches batches;
    private final FindDocuments documents;
    private final OpenDocument openDocument;
    private final AuditTrail audit;

    MergeDocuments(DocumentBatches batches, FindDocuments documents, OpenDocument openDocument, AuditTrail audit) {
        this.batches = batches;
        this.documents = documents;
        this.openDocument = openDocument;
        this.audit = audit;
    }

    /**
     * What a batch has issued, which somebody is about to print.
     *
     * @return ids in the order of printing
     * @throws jp.otodoke.shared.Refusal if there is no such batch (not found)
     */
    @Transactional
    public List<Long> open(long batch) {
        var issued = batches.issued(batches.get(batch).id());
        audit.record("document-batch-opened", String.valueOf(batch), String.valueOf(issued.size()));
        return issued;
    }

    /** @param issued ids of documents */
    public void write(List<Long> issued, OutputStream out) throws IOException {
        var merger = new PDFMergerUtility();
        merger.setDestinationStream(out);
        merger.setDocumentMergeMode(PDFMergerUtility.DocumentMergeMode.OPTIMIZE_RESOURCES_MODE);
        for (var id : issued) {
            merger.addSource(new RandomAccessReadBuffer(openDocument.bytes(documents.get(id))));
        }
        merger.mergeDocuments(IOUtils.createTempFileOnlyStreamCache());
    }
}
