<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Inferometer</name>
    <message numerus="yes">
        <source>%1. Bars of %n model(s).</source>
        <translation>
            <numerusform>%1. Bars of %n model.</numerusform>
            <numerusform>%1. Bars of %n models.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. %n variant(s).</source>
        <translation>
            <numerusform>%1. %n variant.</numerusform>
            <numerusform>%1. %n variants.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R&amp;un %n measurement(s)</source>
        <translation>
            <numerusform>R&amp;un %n measurement</numerusform>
            <numerusform>R&amp;un %n measurements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (needs %n inference(s))</source>
        <translation>
            <numerusform>%1 (needs %n inference)</numerusform>
            <numerusform>%1 (needs %n inferences)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) written to %1</source>
        <translation>
            <numerusform>%n picture written to %1</numerusform>
            <numerusform>%n pictures written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select &amp;all (%n)</source>
        <translation>
            <numerusform>Select &amp;all (%n)</numerusform>
            <numerusform>Select &amp;all (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n batch size(s)</source>
        <translation>
            <numerusform>%n batch size</numerusform>
            <numerusform>%n batch sizes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n data type(s)</source>
        <translation>
            <numerusform>%n data type</numerusform>
            <numerusform>%n data types</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n variant</numerusform>
            <numerusform>%n variants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s)</source>
        <translation>
            <numerusform>%n measurement</numerusform>
            <numerusform>%n measurements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) to compile.</source>
        <comment>variants of models</comment>
        <translation>
            <numerusform>%n model to compile.</numerusform>
            <numerusform>%n models to compile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s) not supported here.</source>
        <translation>
            <numerusform>%n measurement not supported here.</numerusform>
            <numerusform>%n measurements not supported here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) keep models from being measured.</source>
        <translation>
            <numerusform>%n thing keeps models from being measured.</numerusform>
            <numerusform>%n things keep models from being measured.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything needed is there; %n thing(s) may disturb measurements.</source>
        <translation>
            <numerusform>Everything needed is there; %n thing may disturb measurements.</numerusform>
            <numerusform>Everything needed is there; %n things may disturb measurements.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the file could not be read, so nothing is written to it: %1</source>
        <translation>
            <numerusform>%n part of the file could not be read, so nothing is written to it: %1</numerusform>
            <numerusform>%n parts of the file could not be read, so nothing is written to it: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. %n device(s).</source>
        <translation>
            <numerusform>%1. %n device.</numerusform>
            <numerusform>%1. %n devices.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were deleted.</source>
        <translation>
            <numerusform>%n run was deleted.</numerusform>
            <numerusform>%n runs were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have no value.</source>
        <translation>
            <numerusform>%n row has no value.</numerusform>
            <numerusform>%n rows have no value.</numerusform>
        </translation>
    </message>
</context>
</TS>
