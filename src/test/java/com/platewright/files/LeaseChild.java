// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import com.platewright.DebianTool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Another run on the same shot, in a process of its own that a test can stop, continue and kill. */
final class LeaseChild implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;

    private LeaseChild(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static LeaseChild start(Path lease, Duration ttl) throws IOException {
        return new LeaseChild(
                DebianTool.jvm(List.of(), LeaseChild.class, lease.toString(), Long.toString(ttl.toMillis()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    /** Sends a command and returns the one line of its answer. */
    String ask(String command) throws IOException {
        commands.println(command);
        return answer();
    }

    String answer() throws IOException {
        String line = answers.readLine();
        return line == null ? "ended with " + process.onExit().join().exitValue() : line;
    }

    long pid() {
        return process.pid();
    }

    void signal(String name) {
        DebianTool.run(Path.of("/"), "kill", "-" + name, Long.toString(process.pid()));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        in.readLine(); // the word to start
        try (Lease lease = Lease.take(Path.of(arguments[0]), Duration.ofMillis(Long.parseLong(arguments[1])))) {
            System.out.println("taken " + lease.fence());
            for (String line = in.readLine(); line != null && !line.equals("release"); line = in.readLine()) {
                System.out.println(obey(lease, line.split(" ", -1)));
            }
        } catch (LeaseHeldException e) {
            System.out.println("held: " + e.getMessage());
            return;
        }
        System.out.println("released");
    }

    private static String obey(Lease lease, String[] words) throws Exception {
        try {
            switch (words[0]) {
                case "confirm" -> lease.confirm();
                case "publish" -> Publication.publish(Path.of(words[1]), Path.of(words[2]), lease::confirm);
                default -> throw new IllegalArgumentException(words[0]);
            }
            return "done";
        } catch (LeaseLostException e) {
            return "lost: " + e.getMessage();
        }
    }
}
