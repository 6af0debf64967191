package jp.otodoke.payments.web;

import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import jp.otodoke.payments.CollectTransfers;
import jp.otodoke.payments.EndTransferFile;
import jp.otodoke.payments.HandOverTransferFile;
import jp.otodoke.payments.Refund;
import jp.otodoke.payments.TransferFile;
import jp.otodoke.payments.TransferFiles;
import jp.otodoke.payments.TransferFraming;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of the files by which the bank transfers refunds (総合振込). */
@RestController
@RequestMapping("/api/v1/transfer-files")
class TransferFilesApi {
    private final TransferFiles files;
    private final CollectTransfers collectTransfers;
    private final HandOverTransferFile handOver;
    private final EndTransferFile endTransferFile;
    private final RetryOnConflict retryOnConflict;
    private final CurrentStaff staff;

    TransferFilesApi(
            TransferFiles files,
            CollectTransfers collectTransfers,
            HandOverTransferFile handOver,
            EndTransferFile endTransferFile,
            RetryOnConflict retryOnConflict,
            CurrentStaff staff) {
        this.files = files;
        this.collectTransfers = collectTransfers;
        this.handOver = handOver;
        this.endTransferFile = endTransferFile;
        this.retryOnConflict = retryOnConflict;
        this.staff = staff;
    }

    @GetMapping
    Paged<Item> list(PageQuery page) {
        var sort = page.sort(TransferFiles.SORTING).asWritten();
        return Paged.of(
                files.list(sort, page.offset(), page.size()).stream()
                        .map(Item::of)
                        .toList(),
                page,
                files.count());
    }

    @GetMapping("/{id}")
    Body show(@PathVariable long id, Locale locale) {
        return body(files.get(id), locale);
    }

    /** Collects all approved transfers whose account is known. */
    @PostMapping
    ResponseEntity<Body> collect(@RequestBody(required = false) @Nullable Asked asked, Locale locale) {
        var day = asked == null ? null : asked.transferDate();
        var made = retryOnConflict.inTransaction(() -> collectTransfers.collect(day, staff.name()));
        return ResponseEntity.created(URI.create("/api/v1/transfer-files/" + made.id()))
                .body(body(made, locale));
    }

    /** The file for the bank, the same each time; fetching it hands it over. */
    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable long id, @RequestParam(defaultValue = "CRLF") TransferFraming framing) {
        return download(id, retryOnConflict.inTransaction(() -> handOver.fetch(id, framing, staff.name())));
    }

    static ResponseEntity<byte[]> download(long id, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"FURIKOMI_" + id + ".txt\"")
                .body(bytes);
    }

    /** The bank has carried it out; without that it counts as done when its day is over. */
    @PostMapping("/{id}/confirm")
    Body confirm(@PathVariable long id, Locale locale) {
        return body(retryOnConflict.inTransaction(() -> endTransferFile.confirm(id)), locale);
    }

    /** It does not go to the bank; its refunds wait for another. */
    @PostMapping("/{id}/discard")
    Body discard(@PathVariable long id, Locale locale) {
        return body(retryOnConflict.inTransaction(() -> endTransferFile.discard(id)), locale);
    }

    private Body body(TransferFile file, Locale locale) {
        return new Body(
                file.id(),
                file.state().name(),
                file.count(),
                file.total().amount(),
                file.transferDate(),
                file.createdBy(),
                at(file),
                files.refunds(file.id()).stream().map(Refund::id).toList(),
                files.toSameAccount(file.id()).stream()
                        .map(same -> Warning.of(same, locale))
                        .toList());
    }

    private static OffsetDateTime at(TransferFile file) {
        return file.createdAt().atZone(BusinessClock.TOKYO).toOffsetDateTime();
    }

    /** @param transferDate a business day of banks; null for the next that they take */
    record Asked(@Nullable LocalDate transferDate) {}

    record Item(
            long id,
            String state,
            int count,
            long total,
            LocalDate transferDate,
            String createdBy,
            OffsetDateTime createdAt) {
        static Item of(TransferFile file) {
            return new Item(
                    file.id(),
                    file.state().name(),
                    file.count(),
                    file.total().amount(),
                    file.transferDate(),
                    file.createdBy(),
                    at(file));
        }
    }

    /**
     * @param refunds ids, in the file's order
     * @param warnings what somebody should look at before the file goes to the bank
     */
    record Body(
            long id,
            String state,
            int count,
            long total,
            LocalDate transferDate,
            String createdBy,
            OffsetDateTime createdAt,
            List<Long> refunds,
            List<Warning> warnings) {}

    record Warning(String code, String message, List<Long> refunds) {
        static Warning of(List<Refund> same, Locale locale) {
            return new Warning(
                    "same-account",
                    BilingualText.of(
                                    "transfer-file.warning.same-account",
                                    BilingualText.list(
                                            same.stream().map(Refund::order).toList()))
                            .in(locale),
                    same.stream().map(Refund::id).toList());
        }
    }
}
