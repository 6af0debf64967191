package jp.otodoke.partners.bank.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import jp.otodoke.partners.bank.ImportDeposits;
import jp.otodoke.partners.exchange.FileImport;
import jp.otodoke.partners.exchange.FileImports;
import jp.otodoke.partners.exchange.web.Imports;
import jp.otodoke.payments.FindDepositBatch;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The API for deposit files. */
@RestController
class DepositImportApi {
    private static final String ROOT = "/api/v1/deposits/imports";

    private final ImportDeposits importDeposits;
    private final FileImports imports;
    private final FindDepositBatch batches;

    DepositImportApi(ImportDeposits importDeposits, FileImports imports, FindDepositBatch batches) {
        this.importDeposits = importDeposits;
        this.imports = imports;
        this.batches = batches;
    }

    /** @param format zengin-01 or zengin-03 */
    @Operation(summary = "Imports a deposit file of the bank", description = Imports.DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "What became of each transfer",
            content = @Content(schema = @Schema(implementation = DepositImportReport.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Stored and being booked; see Location",
            content = @Content(schema = @Schema(implementation = Imports.Answer.class)))
    @PostMapping(path = ROOT, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> importDeposits(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String format,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer)
            throws IOException {
        if (file == null) {
            throw new InvalidInput("file", "required", BilingualText.of("bank.import.file-required"));
        }
        var name = Imports.name(file, format + ".txt");
        var content = Imports.content(file);
        return Imports.async(prefer)
                ? Imports.accepted(importDeposits.take(format, name, content, Duration.ZERO), ROOT + "/")
                : Imports.answer(importDeposits.take(format, name, content), ROOT + "/", this::report);
    }

    private DepositImportReport report(FileImport done) {
        return DepositImportReport.of(done, batches.ofMessage(done.id()).orElse(null));
    }

    /** For accounting, which may lack the permission for other imports. */
    @Operation(summary = "How far an uploaded deposit file is booked, and what became of its transfers")
    @GetMapping(ROOT + "/{id:\\d+}")
    Imports.Answer show(@PathVariable long id) {
        return Imports.Answer.of(imports.get(id, List.of(ImportDeposits.TYPE)));
    }
}
