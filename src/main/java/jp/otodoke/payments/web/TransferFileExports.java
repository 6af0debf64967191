package jp.otodoke.payments.web;

import java.util.List;
import jp.otodoke.payments.TransferFile;
import jp.otodoke.payments.TransferFiles;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports the list of transfer files, not what is in them. */
@Controller
class TransferFileExports {
    private final TransferFiles files;
    private final Exports exports;
    private final List<Column<TransferFile>> columns;

    TransferFileExports(TransferFiles files, Exports exports, Formats formats) {
        this.files = files;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("refunds.number", TransferFile::id),
                new Column<>("transfer-files.day", TransferFile::transferDate),
                new Column<>("transfer-files.count", TransferFile::count),
                new Column<>("transfer-files.total", f -> f.total().amount()),
                new Column<>("transfer-files.createdBy", f -> formats.name("by", f.createdBy())),
                new Column<>("transfer-files.createdAt", TransferFile::createdAt),
                new Column<>("orders.status", f -> formats.name("status.transfer-file", f.state())));
    }

    @GetMapping("/transfer-files/export.csv")
    ResponseEntity<StreamingResponseBody> csv(@RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(sort));
    }

    @GetMapping("/transfer-files/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(@RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(sort));
    }

    private Table<TransferFile> table(@Nullable String sort) {
        return new Table<>("transfer-files", "", columns, use -> files.list(sort, 0, Integer.MAX_VALUE)
                .forEach(use));
    }
}
