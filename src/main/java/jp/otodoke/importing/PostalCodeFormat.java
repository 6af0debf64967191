package jp.otodoke.importing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.otodoke.customers.PostalCity;
import jp.otodoke.customers.PostalFile;
import jp.otodoke.customers.ReplacePostalAreas;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.FileRefused;
import jp.otodoke.partners.exchange.Outcome;
import jp.otodoke.partners.exchange.SmallFile;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The post office's table of postal codes. A city is one record, because its areas replace the former ones together. */
@Component
class PostalCodeFormat extends UploadFormat<PostalCodeFormat.Part> {
    private final ReplacePostalAreas replacePostalAreas;

    PostalCodeFormat(ReplacePostalAreas replacePostalAreas, CurrentStaff staff) {
        super("POSTAL_CODES", Map.of(), staff);
        this.replacePostalAreas = replacePostalAreas;
    }

    @Override
    public List<FileRecord<Part>> read(String fileName, FileContent content) {
        var file = read(SmallFile.bytes(content));
        var last = file.cities().size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> record(i + 1, file.cities().get(i), i == last ? file : null))
                .toList();
    }

    private static PostalFile read(byte[] content) {
        try {
            return PostalFile.read(content);
        } catch (InvalidInput unsound) {
            throw new FileRefused(unsound.problems());
        }
    }

    private static FileRecord<Part> record(int number, PostalCity city, @Nullable PostalFile completed) {
        return FileRecord.good(number, city.prefecture() + city.city(), new Part(city, completed), Set.of());
    }

    @Override
    public void authorize(List<FileRecord<Part>> records) {
        require(Permission.OPERATIONS);
    }

    @Override
    public Outcome take(Source source, List<FileRecord<Part>> records) {
        replacePostalAreas.replace(
                records.stream().map(record -> record.get().city()).toList());
        records.stream()
                .flatMap(record -> Stream.ofNullable(record.get().completed()))
                .forEach(file -> replacePostalAreas.finish(source.fileName(), file));
        return Outcome.updated(records.size());
    }

    /** @param completed the file, with its last city */
    record Part(PostalCity city, @Nullable PostalFile completed) {}
}
