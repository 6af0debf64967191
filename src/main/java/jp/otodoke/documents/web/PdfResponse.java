package jp.otodoke.documents.web;

import jp.otodoke.documents.OpenDocument;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A PDF as an answer, shown by a browser. */
final class PdfResponse {
    private PdfResponse() {}

    static ResponseEntity<byte[]> of(OpenDocument.Opened opened) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, shown(opened.fileName()))
                .body(opened.pdf());
    }

    static String shown(String fileName) {
        return ContentDisposition.inline().filename(fileName).build().toString();
    }
}
