package jp.otodoke.platform.mail;

import java.util.List;

/** Many mails at once. Published in the transaction that decides them. */
public record MailsRequested(List<MailRequested> mails) {}
