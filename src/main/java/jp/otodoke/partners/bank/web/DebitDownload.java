package jp.otodoke.partners.bank.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A request file as a download. */
final class DebitDownload {
    private DebitDownload() {}

    static ResponseEntity<byte[]> of(long id, byte[] file) {
        var name = ContentDisposition.attachment()
                .filename("direct-debit-" + id + ".txt")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(file);
    }
}
