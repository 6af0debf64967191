package jp.otodoke.partners.cardupdate;

import java.time.Duration;
import jp.otodoke.partners.exchange.FileImport;
import jp.otodoke.partners.exchange.UploadFile;
import jp.otodoke.payments.CardUpdateFiles;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.InvalidFile;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;

/** Takes in the result of one update that somebody has uploaded: all of it, or nothing of a file that is not right. */
@Component
public class TakeCardUpdateResult {
    private final CardUpdateFiles updates;
    private final CardUpdateFormat format;
    private final UploadFile uploadFile;

    TakeCardUpdateResult(CardUpdateFiles updates, CardUpdateFormat format, UploadFile uploadFile) {
        this.updates = updates;
        this.format = format;
        this.uploadFile = uploadFile;
    }

    /**
     * The same result again changes nothing.
     *
     * @param wait after which the rest is booked in the background
     * @return the progress at that moment
     * @throws InvalidInput with all that is wrong in the file
     * @throws Refusal if there is no such update
     */
    public FileImport take(long id, String fileName, FileContent content, Duration wait) {
        try {
            updates.require(id);
            refuseOther(id, content);
        } catch (RuntimeException no) {
            content.close();
            throw no;
        }
        return uploadFile.take(format, fileName, content, wait);
    }

    private static void refuseOther(long id, FileContent content) {
        try {
            CardUpdateFile.header(content)
                    .filter(header -> Long.parseLong(header.text(CardUpdateField.UPDATE)) != id)
                    .ifPresent(header -> {
                        throw new CardUpdateRefused(
                                header.mistake(CardUpdateField.UPDATE, Mistake.MISMATCH, "other-number", id), false);
                    });
        } catch (CardUpdateRefused refused) {
            throw new InvalidFile(refused.problems(), refused.places());
        }
    }
}
