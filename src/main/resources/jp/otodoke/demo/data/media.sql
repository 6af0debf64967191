-- Where customers heard of the firm; three of the advertisements show a number of their own.
--> media.media (code, name, dialled)
values
    ('TV-01', 'テレビ東都 朝の通販', '0120111001'),
    ('TV-02', 'BSいろは 健康の時間', '0120111002'),
    ('NP-01', '毎朝新報 全15段', '0120111003'),
    ('NP-02', '地方紙 折込チラシ', null),
    ('RD-01', 'ラジオ関東 昼の電話', null),
    ('WEB-01', '検索広告', null),
    ('WEB-02', 'SNS広告', null),
    ('DM-01', '会員向けダイレクトメール', null);
