package jp.otodoke.partners.shop.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import jp.otodoke.partners.exchange.FileImport;
import jp.otodoke.partners.exchange.web.Imports;
import jp.otodoke.partners.shop.ImportOrders;
import jp.otodoke.partners.shop.ImportReport;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The API for order files. */
@RestController
class OrderImportApi {
    private final ImportOrders importOrders;

    OrderImportApi(ImportOrders importOrders) {
        this.importOrders = importOrders;
    }

    /** @param format generic, ec-cube or shopify */
    @Operation(summary = "Imports an order file of a shop", description = Imports.DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "What became of each order",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Stored and being booked; see Location",
            content = @Content(schema = @Schema(implementation = Imports.Answer.class)))
    @PostMapping(path = "/api/v1/imports/orders", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> importOrders(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            Locale locale)
            throws IOException {
        if (file == null) {
            throw new InvalidInput("file", "required", BilingualText.of("shop.import.file-required"));
        }
        var content = Imports.content(file);
        if (dryRun) {
            return ResponseEntity.ok(answer(importOrders.dryRun(format, Imports.name(file, "orders.csv"), content)));
        }
        return Imports.async(prefer)
                ? Imports.accepted(importOrders.take(format, Imports.name(file, "orders.csv"), content, Duration.ZERO))
                : Imports.answer(
                        importOrders.take(format, Imports.name(file, "orders.csv"), content), OrderImportApi::answer);
    }

    private static Answer answer(FileImport done) {
        return Answer.of(ImportReport.of(done));
    }

    record Answer(int read, int created, int existing, int rejected, List<RowError> errors) {
        static Answer of(ImportReport report) {
            return new Answer(
                    report.read(),
                    report.created(),
                    report.existing(),
                    report.rejected(),
                    report.mistakes().stream()
                            .map(m -> new RowError(m.line(), m.field(), m.code(), m.message()))
                            .toList());
        }
    }

    record RowError(int line, String field, String code, String message) {}
}
