package jp.otodoke.partners.exchange;

import java.util.Map;
import java.util.Optional;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskPanel;

/** The file that a task is about, with the way to its content. */
final class FilePanel {
    private FilePanel() {}

    /** None if the log no longer has it. */
    static TaskDetails of(Optional<ExchangedMessage> file) {
        return file.map(message ->
                        TaskDetails.of(new TaskPanel("partners/task-file", Map.of("message", message), false)))
                .orElse(TaskDetails.NONE);
    }
}
