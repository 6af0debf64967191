package jp.otodoke.partners.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.FileImports;
import jp.otodoke.partners.exchange.PaymentFormat;
import jp.otodoke.partners.exchange.PaymentImportReport;
import jp.otodoke.partners.exchange.UploadFile;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The API for files that say what customers have paid through somebody else. */
@RestController
class PaymentImportApi {
    private static final String ROOT = "/api/v1/payments/imports";

    private final List<PaymentFormat> formats;
    private final UploadFile uploadFile;
    private final FileImports imports;

    PaymentImportApi(ObjectProvider<PaymentFormat> formats, UploadFile uploadFile, FileImports imports) {
        this.formats = formats.stream()
                .sorted(Comparator.comparing(PaymentFormat::code))
                .toList();
        this.uploadFile = uploadFile;
        this.imports = imports;
    }

    /** @param format such as cod-settlement */
    @Operation(
            summary = "Imports a file that says what customers have paid through somebody else",
            description = Imports.DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "What became of each record",
            content = @Content(schema = @Schema(implementation = PaymentImportReport.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Stored and being booked; see Location",
            content = @Content(schema = @Schema(implementation = Imports.Answer.class)))
    @PostMapping(path = ROOT, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> importPayments(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String format,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer)
            throws IOException {
        if (file == null) {
            throw new InvalidInput("file", "required", BilingualText.of("partners.payments.file-required"));
        }
        var wanted = format(format);
        var name = Imports.name(file, format + ".csv");
        var content = Imports.content(file);
        return Imports.async(prefer)
                ? Imports.accepted(uploadFile.take(wanted, name, content, Duration.ZERO), ROOT + "/")
                : Imports.answer(uploadFile.take(wanted, name, content), ROOT + "/", PaymentImportReport::of);
    }

    private FileFormat<?> format(String code) {
        return formats.stream()
                .filter(format -> format.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "format",
                        code.isBlank() ? "required" : "unknown",
                        BilingualText.of(
                                "partners.payments.unknown-format",
                                String.join(
                                        ", ",
                                        formats.stream()
                                                .map(PaymentFormat::code)
                                                .toList()))))
                .format();
    }

    @Operation(summary = "How far an uploaded file of payments is booked, and what became of its records")
    @GetMapping(ROOT + "/{id:\\d+}")
    Imports.Answer show(@PathVariable long id) {
        return Imports.Answer.of(imports.get(
                id, formats.stream().map(format -> format.format().type()).toList()));
    }
}
