#!/usr/bin/perl
# Runs a command and measures it: time, memory of all its processes together, and how busy it kept the cores meanwhile.
# usage: watch.pl RESULT COMMAND [ARGUMENT…]
# Appends a line to the file RESULT: wall, user and system seconds, peak resident MB, and the busy share of the cores in percent,
# of the whole run or, where the command says on stderr as platewright does when it delivers, of that part alone.
# The command keeps its stdout, its stderr is passed on, and its exit code is ours. Needs Linux, and of Perl only what Debian always has.
use strict;
use warnings;
use Time::HiRes qw(time);

my $result = shift;
my $every  = 0.05;    # seconds between two looks: a process that lives shorter may be missed
my $ticks  = 100;     # of a second in /proc (USER_HZ, the same on every Linux)
my $page   = 4096;
my $cores  = grep { /^cpu\d/ } lines('/proc/stat');
my ($peak, %highest) = (0);

sub lines { open(my $in, '<', shift) or return (); return <$in>; }

sub tree {            # a process and its descendants
    my $pid = shift;
    return ($pid, map { tree($_) } map { split } map { lines($_) } glob("/proc/$pid/task/*/children"));
}

sub look {
    my $sum = 0;
    for my $pid (tree(shift)) {
        my ($all) = lines("/proc/$pid/statm") or next;
        $sum += (split ' ', $all)[1] * $page;
        for (lines("/proc/$pid/status")) { $highest{$pid} = $1 * 1024 if /^VmHWM:\s+(\d+)/; }
    }
    $peak = $sum if $sum > $peak;
}

sub cpu {             # seconds that one process has used; those of its children when they have ended
    my ($stat) = lines('/proc/' . shift() . '/stat') or return 0;
    $stat =~ s/.*\) //;
    my @field = split ' ', $stat;
    return ($field[11] + $field[12] + $field[13] + $field[14]) / $ticks;
}

pipe(my $heard, my $said) or die "watch: no pipe: $!\n";
my $start = time;
my $pid   = fork // die "watch: no process: $!\n";
if (!$pid) {
    open(STDERR, '>&', $said) or die;
    exec @ARGV or die "watch: $ARGV[0]: $!\n";
}
close $said;
my ($rest, @from, @to) = ('');
while (1) {
    my $ready = '';
    vec($ready, fileno($heard), 1) = 1;
    if (select($ready, undef, undef, $every)) {
        sysread($heard, my $bytes, 65536) or last;
        print STDERR $bytes;
        $rest .= $bytes;
        while ($rest =~ s/^([^\n\r]*)[\n\r]//) {
            my $line = $1;
            if ($line =~ /^\s*\d+%\s+deliver\b/) { @from = (time, cpu($pid)) unless @from; @to = (time, cpu($pid)); }
        }
    }
    look($pid);
}
waitpid $pid, 0;
my $exit = $? & 127 ? 128 + ($? & 127) : $? >> 8;
my $wall = time - $start;
my (undef, undef, $user, $system) = times;
for (values %highest) { $peak = $_ if $_ > $peak; }
my $busy = @from && $to[0] > $from[0] ? ($to[1] - $from[1]) / ($to[0] - $from[0]) : ($user + $system) / $wall;
open(my $out, '>>', $result) or die "watch: $result: $!\n";
printf $out "%.2f %.2f %.2f %.0f %.0f\n", $wall, $user, $system, $peak / 1e6, 100 * $busy / $cores;
exit $exit;
