package jp.otodoke.inbox;

/** A kind of task that no module contributes any more, so that its tasks can only be closed. */
record KindToClose(String type, String subjectKind, StaffGroup group) implements TaskKind {}
