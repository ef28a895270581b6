package dev.porchlight.cli.serve;

/** What the demo says to a person: tokens, and commands that can be pasted. */
record DemoText(String url, String adminToken, String adaToken) {

    /** The seed's own request first. Each user is updated once, since a second update within a minute is refused. */
    String text() {
        return """

                See everybody in a browser:  %4$s/

                An administrator's token:  %1$s
                A token of ada's own:      %2$s

                Ada is in a meeting. Set her status to Available (nothing is printed when it works):

                  %3$s

                See the new status:

                  curl -H "Authorization: Bearer %1$s" %4$s/v2/users/ada@example.com/presence_status

                Send the first command again within a minute, and it is refused. Meanwhile, nobody disturb Kofi for 20 minutes:

                  %5$s

                Why does he have that status, and when does it change?

                  curl -H "Authorization: Bearer %1$s" %4$s/v1/users/kofi@example.com/presence

                The client of Lars is too old to be Away; the answer says so:

                  %6$s

                Stop with Ctrl-C.
                """.formatted(
                        adminToken,
                        adaToken,
                        put("ada", "Available", "Available1221"),
                        url,
                        put("kofi", "Do_Not_Disturb", "20"),
                        put("lars", "Away", "20"));
    }

    private String put(String user, String status, String duration) {
        return "curl -X PUT -H \"Authorization: Bearer " + adminToken + "\" -H \"Content-Type: multipart/form-data\""
                + " --form 'status=" + status + "' --form 'duration=" + duration + "' " + url + "/v2/users/" + user
                + "@example.com/presence_status";
    }
}
