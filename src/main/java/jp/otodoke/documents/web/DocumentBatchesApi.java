package jp.otodoke.documents.web;

import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import jp.otodoke.documents.BatchScope;
import jp.otodoke.documents.BeginDocumentBatch;
import jp.otodoke.documents.DocumentBatch;
import jp.otodoke.documents.DocumentBatches;
import jp.otodoke.documents.StopDocumentBatch;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API of batches of documents. */
@RestController
@RequestMapping("/api/v1/documents/batches")
class DocumentBatchesApi {
    private final DocumentBatches batches;
    private final BeginDocumentBatch beginBatch;
    private final StopDocumentBatch stopBatch;
    private final CurrentStaff staff;

    DocumentBatchesApi(
            DocumentBatches batches, BeginDocumentBatch beginBatch, StopDocumentBatch stopBatch, CurrentStaff staff) {
        this.batches = batches;
        this.beginBatch = beginBatch;
        this.stopBatch = stopBatch;
        this.staff = staff;
    }

    @GetMapping
    Paged<DocumentBatch> list(PageQuery page) {
        return Paged.of(batches.list(page.offset(), page.size()), page, batches.count());
    }

    @GetMapping("/{batch:[0-9]{1,18}}")
    DocumentBatch show(@PathVariable long batch) {
        return batches.get(batch);
    }

    /** Begins one: {@code DELIVERY_NOTE} or {@code INVOICE} of a day of shipping, {@code STATEMENT_INVOICE} of a day of closing, or {@code STATEMENT} of a month. */
    @PostMapping
    ResponseEntity<DocumentBatch> begin(@RequestBody Asked asked) {
        var scope = BatchScope.of(DocumentRequest.kind(asked.kind), asked.day, asked.month);
        var batch = beginBatch.begin(scope, staff.name());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/documents/batches/" + batch))
                .body(batches.get(batch));
    }

    @PostMapping("/{batch:[0-9]{1,18}}/stop")
    DocumentBatch stop(@PathVariable long batch) {
        stopBatch.stop(batch, staff.name());
        return batches.get(batch);
    }

    record Asked(@Nullable String kind, @Nullable LocalDate day, @Nullable YearMonth month) {}
}
