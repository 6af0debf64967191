package jp.otodoke.inbox;

/** A kind whose tasks are done elsewhere and then closed here. */
record KindToClose(String type, String subjectKind, StaffGroup group) implements TaskKind {}
