package jp.otodoke.payments.accounting.web;

import java.time.YearMonth;
import jp.otodoke.payments.accounting.ExportJournal;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API and download of the journal for accounting software. */
@RestController
@RequestMapping({"/api/v1/exports/journal", "/ledger/journal"})
class JournalApi {
    private final ExportJournal exportJournal;
    private final CurrentStaff staff;

    JournalApi(ExportJournal exportJournal, CurrentStaff staff) {
        this.exportJournal = exportJournal;
        this.staff = staff;
    }

    /**
     * In CP932. The same each time as long as nothing more is posted into the month; a closed month stays as it is.
     *
     * @param format {@code yayoi} or {@code freee}
     * @param month as {@code 2026-12}
     */
    @GetMapping
    ResponseEntity<byte[]> export(@RequestParam String format, @RequestParam YearMonth month) {
        var file = exportJournal.export(month, format, staff.name());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=Windows-31J")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("journal-%s-%s.csv".formatted(format, month))
                                .build()
                                .toString())
                .body(file);
    }
}
