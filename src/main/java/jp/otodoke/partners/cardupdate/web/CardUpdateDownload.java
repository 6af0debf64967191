package jp.otodoke.partners.cardupdate.web;

import jp.otodoke.partners.cardupdate.FetchCardUpdateRequest;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A request file as a download. */
final class CardUpdateDownload {
    private CardUpdateDownload() {}

    static ResponseEntity<byte[]> of(long id, byte[] file) {
        var name = ContentDisposition.attachment()
                .filename(FetchCardUpdateRequest.name(id))
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(file);
    }
}
