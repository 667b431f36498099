<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Inferometer</name>
    <message>
        <source>improvement %1</source>
        <translation>短縮率 %1</translation>
    </message>
    <message>
        <source>improvement %1, %2</source>
        <translation>短縮率 %1、%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a duration and what is wrong with it</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>too few inferences</source>
        <translation>推論の回数が不足</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>バッチ %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Time per image (ms)</source>
        <translation>1 枚あたりの時間（ms）</translation>
    </message>
    <message>
        <source>Time per inference (ms)</source>
        <translation>1 回の推論の時間（ms）</translation>
    </message>
    <message>
        <source>%1 of single inferences. Shorter is better.</source>
        <translation>1 回ごとの推論時間の%1。短いほど良い結果です。</translation>
    </message>
    <message>
        <source>%1 of single inferences; whiskers: %2. Shorter is better.</source>
        <extracomment>%1 is a word for the centre such as &quot;Mean&quot;, %2 one for the spread such as &quot;Standard deviation&quot;</extracomment>
        <translation>1 回ごとの推論時間の%1。ひげは%2。短いほど良い結果です。</translation>
    </message>
    <message>
        <source>%1 · Inferometer run %2</source>
        <translation>%1 · Inferometer 実行結果 %2</translation>
    </message>
    <message>
        <source>SAMPLE</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Duration</source>
        <comment>chart</comment>
        <translation>推論時間</translation>
    </message>
    <message>
        <source>Batch comparison</source>
        <comment>chart</comment>
        <translation>バッチサイズの比較</translation>
    </message>
    <message>
        <source>Improvement</source>
        <comment>chart</comment>
        <translation>短縮率</translation>
    </message>
    <message>
        <source>Modes</source>
        <comment>chart</comment>
        <translation>モード</translation>
    </message>
    <message>
        <source>Samples</source>
        <comment>chart</comment>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Duration Comparison on %1 with Batch Size of %2</source>
        <translation>%1、バッチサイズ %2 における推論時間の比較</translation>
    </message>
    <message numerus="yes">
        <source>%1. Bars of %n model(s).</source>
        <translation>
            <numerusform>%1。%n 個のモデルの棒グラフ。</numerusform>
        </translation>
    </message>
    <message>
        <source>Batch Size Comparison on %1</source>
        <translation>%1 におけるバッチサイズの比較</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>Batch Size Comparison on %1, %2</source>
        <translation>%1 におけるバッチサイズの比較（%2）</translation>
    </message>
    <message>
        <source>%1 engine. %2</source>
        <comment>%1 an engine, %2 a sentence on what the bars show</comment>
        <translation>%1 エンジン。%2</translation>
    </message>
    <message>
        <source>batch %1 · %2</source>
        <comment>%1 a size, %2 a compile mode</comment>
        <translation>バッチ %1 · %2</translation>
    </message>
    <message>
        <source>no baseline</source>
        <translation>ベースラインなし</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a percentage and its verdict</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>geometric mean %1</source>
        <translation>幾何平均 %1</translation>
    </message>
    <message>
        <source>%1: geometric mean %2</source>
        <translation>%1: 幾何平均 %2</translation>
    </message>
    <message>
        <source>Percentage Improvement on %1 with Batch Size of %2</source>
        <translation>%1、バッチサイズ %2 における推論時間の短縮率</translation>
    </message>
    <message>
        <source>Time saved by compiling (%)</source>
        <translation>コンパイルによる短縮率（%）</translation>
    </message>
    <message>
        <source>%1 against no compile; whiskers: 95% interval. Pale bars: no difference shown.</source>
        <translation>%1 をコンパイルなしと比較。ひげは 95% 信頼区間。薄い棒は、差が確認されなかったことを示します。</translation>
    </message>
    <message>
        <source>Against no compile of the same engine; whiskers: 95% interval. Pale bars: no difference shown.</source>
        <translation>同じエンジンのコンパイルなしと比較。ひげは 95% 信頼区間。薄い棒は、差が確認されなかったことを示します。</translation>
    </message>
    <message>
        <source>%1: compiled in %2</source>
        <translation>%1: コンパイル時間 %2</translation>
    </message>
    <message>
        <source>nothing to compile</source>
        <translation>コンパイル不要</translation>
    </message>
    <message>
        <source>%1: nothing to compile</source>
        <translation>%1: コンパイル不要</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a variant and its outcome</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Compile Modes of %1 on %2 with Batch Size of %3</source>
        <translation>%2、バッチサイズ %3 における %1 のコンパイルモード</translation>
    </message>
    <message>
        <source>Compile time (s)</source>
        <translation>コンパイル時間（s）</translation>
    </message>
    <message numerus="yes">
        <source>%1. %n variant(s).</source>
        <translation>
            <numerusform>%1。実行方式 %n 個。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, inference %2 of %3, round %4: %5</source>
        <translation>%1、推論 %2/%3、ラウンド %4: %5</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>ラウンド</translation>
    </message>
    <message>
        <source>Inferences</source>
        <translation>推論の回数</translation>
    </message>
    <message>
        <source>Single Inferences of %1 on %2 with Batch Size of %3</source>
        <translation>%2、バッチサイズ %3 における %1 の 1 回ごとの推論</translation>
    </message>
    <message>
        <source>Every timed inference in its round, and how they are distributed; lines: %1.</source>
        <translation>測定したすべての推論をラウンドごとに示し、その分布を示します。線は%1。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>title and one row in a sentence</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>C++ engine</source>
        <translation>C++ エンジン</translation>
    </message>
    <message>
        <source>C++ engine (LibTorch %1)</source>
        <translation>C++ エンジン（LibTorch %1）</translation>
    </message>
    <message>
        <source>Python engine</source>
        <translation>Python エンジン</translation>
    </message>
    <message>
        <source>Python engine (torch %1)</source>
        <translation>Python エンジン（torch %1）</translation>
    </message>
    <message>
        <source>attention: %1</source>
        <translation>アテンション: %1</translation>
    </message>
    <message>
        <source>sample image</source>
        <translation>付属の画像</translation>
    </message>
    <message>
        <source>image %1</source>
        <translation>画像 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n スレッド</numerusform>
        </translation>
    </message>
    <message>
        <source>measured in the window&apos;s process</source>
        <translation>ウィンドウのプロセス内で測定</translation>
    </message>
    <message>
        <source>Run of %1</source>
        <translation>%1 の実行結果</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1、ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>%1 an engine, %2 a speed-up</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>%1 a count, %2 an outcome</comment>
        <translation>%2 %1 件</translation>
    </message>
    <message>
        <source>unreadable</source>
        <comment>run</comment>
        <translation>読み込めません</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>torch</source>
        <translation>torch</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>高速化率</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>90th percentile</source>
        <translation>90 パーセンタイル</translation>
    </message>
    <message>
        <source>No error bars</source>
        <translation>エラーバーなし</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>標準偏差</translation>
    </message>
    <message>
        <source>Quartiles</source>
        <translation>四分位数</translation>
    </message>
    <message>
        <source>Fastest to slowest</source>
        <translation>最短から最長</translation>
    </message>
    <message>
        <source>random weights</source>
        <translation>ランダムな重み</translation>
    </message>
    <message>
        <source>pretrained, %1 cached</source>
        <translation>事前学習済み（キャッシュ %1）</translation>
    </message>
    <message>
        <source>not runnable: %1</source>
        <translation>実行できません: %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター数</translation>
    </message>
    <message>
        <source>Hub name</source>
        <translation>Hub での名前</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>データ型</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>バッチ</translation>
    </message>
    <message>
        <source>Images per inference</source>
        <translation>1 回の推論で処理する画像の枚数</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>Compile mode</source>
        <translation>コンパイルモード</translation>
    </message>
    <message>
        <source>Mean time of one inference (a whole batch)</source>
        <translation>1 回の推論（バッチ全体）の平均時間</translation>
    </message>
    <message>
        <source>± sd</source>
        <translation>± 標準偏差</translation>
    </message>
    <message>
        <source>Standard deviation of single inferences</source>
        <translation>1 回ごとの推論時間の標準偏差</translation>
    </message>
    <message>
        <source>p90</source>
        <translation>p90</translation>
    </message>
    <message>
        <source>90th percentile; needs 64 inferences</source>
        <translation>90 パーセンタイル。64 回の推論が必要です</translation>
    </message>
    <message>
        <source>Timed inferences, all of them kept</source>
        <translation>測定した推論の回数（すべて保持）</translation>
    </message>
    <message>
        <source>Improvement</source>
        <translation>短縮率</translation>
    </message>
    <message>
        <source>Time saved against no compile of the same engine, with its 95% interval</source>
        <translation>同じエンジンのコンパイルなしに対して短縮された時間の割合と 95% 信頼区間</translation>
    </message>
    <message>
        <source>Time without compiling divided by time compiled</source>
        <translation>コンパイルなしの時間をコンパイルありの時間で割った値</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>What the paired rounds show; unclear means neither a difference nor equality</source>
        <translation>対になるラウンドが示すこと。判定不能は、差も同等も示されないことを意味します</translation>
    </message>
    <message>
        <source>Compile time</source>
        <translation>コンパイル時間</translation>
    </message>
    <message>
        <source>C++: the compiler&apos;s call; Python: the first call</source>
        <translation>C++ はコンパイラーの呼び出し、Python は最初の呼び出し</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>損益分岐回数</translation>
    </message>
    <message>
        <source>Inferences after which the compile time is won back, with its 95% interval</source>
        <translation>コンパイル時間の元が取れる推論の回数と、その 95% 信頼区間</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>ピークメモリ使用量</translation>
    </message>
    <message>
        <source>Largest increase over loaded and idle, measured alone</source>
        <translation>読み込み直後からの最大の増加（単独で測定）</translation>
    </message>
    <message>
        <source>Output error</source>
        <translation>出力の誤差</translation>
    </message>
    <message>
        <source>Largest absolute difference from the reference outputs</source>
        <translation>参照出力との差の最大値</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>スループット</translation>
    </message>
    <message>
        <source>other…</source>
        <comment>batch size</comment>
        <translation>その他...</translation>
    </message>
    <message>
        <source>Another batch size</source>
        <translation>ほかのバッチサイズ</translation>
    </message>
    <message>
        <source>Type a number from 1 to %1 and press Enter</source>
        <translation>1 から %1 までの数を入力して Enter を押します</translation>
    </message>
    <message>
        <source>Batch size %1</source>
        <translation>バッチサイズ %1</translation>
    </message>
    <message>
        <source>%1 %2 Finished runs can be looked at all the same.</source>
        <translation>%1 %2 これまでの実行結果は見ることができます。</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>デバイスを探しています...</translation>
    </message>
    <message>
        <source>Estimating…</source>
        <translation>見積もり中...</translation>
    </message>
    <message numerus="yes">
        <source>R&amp;un %n measurement(s)</source>
        <translation>
            <numerusform>%n 件の測定を実行(&amp;U)</numerusform>
        </translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation>実行(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>実行(&amp;R)</translation>
    </message>
    <message>
        <source>A run is under way.</source>
        <translation>実行中です。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a sentence and its detail</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>実行方式</translation>
    </message>
    <message>
        <source>Which engines and compile modes the charts show</source>
        <translation>グラフに表示するエンジンとコンパイルモード</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Time per batch or per image</source>
        <translation>バッチあたり、または 1 枚あたりの時間</translation>
    </message>
    <message>
        <source>Time per batch</source>
        <translation>バッチあたりの時間</translation>
    </message>
    <message>
        <source>Time per image</source>
        <translation>1 枚あたりの時間</translation>
    </message>
    <message>
        <source>Run this row a&amp;gain</source>
        <translation>この行を再実行(&amp;G)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>batch %1 · %2</source>
        <comment>%1 a size, %2 a variant</comment>
        <translation>バッチ %1 · %2</translation>
    </message>
    <message>
        <source>Choose a row of the table or a bar of the chart.</source>
        <translation>表の行またはグラフの棒を選んでください。</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two durations</comment>
        <translation>%1 から %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (needs %n inference(s))</source>
        <translation>
            <numerusform>%1（%n 回の推論が必要）</numerusform>
        </translation>
    </message>
    <message>
        <source>95th percentile</source>
        <translation>95 パーセンタイル</translation>
    </message>
    <message>
        <source>99th percentile</source>
        <translation>99 パーセンタイル</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>外れ値</translation>
    </message>
    <message>
        <source>%1 mild, %2 severe; all kept</source>
        <comment>outliers</comment>
        <translation>軽度 %1 件、極端 %2 件（すべて保持）</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未達成の条件</translation>
    </message>
    <message>
        <source>Stopped because</source>
        <translation>終了の理由</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>verified</source>
        <comment>outputs</comment>
        <translation>検証済み</translation>
    </message>
    <message>
        <source>wrong output</source>
        <comment>outputs</comment>
        <translation>出力不一致</translation>
    </message>
    <message>
        <source>Largest error</source>
        <translation>最大誤差</translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation>相対誤差</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Graph capture</source>
        <translation>モデルグラフの取得</translation>
    </message>
    <message>
        <source>Compile cache</source>
        <translation>コンパイルキャッシュ</translation>
    </message>
    <message>
        <source>from the cache</source>
        <translation>キャッシュから</translation>
    </message>
    <message>
        <source>compiled anew</source>
        <translation>新たにコンパイル</translation>
    </message>
    <message>
        <source>Break-even with a warm cache</source>
        <translation>キャッシュありの損益分岐回数</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>読み込み</translation>
    </message>
    <message>
        <source>First inference</source>
        <translation>最初の推論</translation>
    </message>
    <message>
        <source>Page faults per inference</source>
        <translation>推論あたりのページフォールト</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>スレッド数</translation>
    </message>
    <message>
        <source>Measured in</source>
        <translation>測定した場所</translation>
    </message>
    <message>
        <source>the window&apos;s process; no memory limit</source>
        <translation>ウィンドウのプロセス内（メモリ制限なし）</translation>
    </message>
    <message>
        <source>a process of its own</source>
        <translation>専用のプロセス</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>&amp;Conditions below the chart</source>
        <translation>グラフの下に条件を表示(&amp;C)</translation>
    </message>
    <message>
        <source>T&amp;ransparent background</source>
        <translation>背景を透明にする(&amp;R)</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>グラフのエクスポート</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>ウィンドウに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>theme</comment>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>theme</comment>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>サイズ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pixels</source>
        <translation>ピクセル(&amp;P)</translation>
    </message>
    <message>
        <source>Sc&amp;ale</source>
        <translation>倍率(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>エクスポート(&amp;E)...</translation>
    </message>
    <message>
        <source>Document, 1200 × 675</source>
        <translation>文書用、1200 × 675</translation>
    </message>
    <message>
        <source>Slide, 1920 × 1080</source>
        <translation>スライド用、1920 × 1080</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>自由</translation>
    </message>
    <message>
        <source>Getting started</source>
        <translation>はじめに</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>What do the numbers mean?</source>
        <translation>数値の意味</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>問題の報告</translation>
    </message>
    <message>
        <source>About Inferometer</source>
        <translation>Inferometer について</translation>
    </message>
    <message>
        <source>About Qt</source>
        <translation>Qt について</translation>
    </message>
    <message>
        <source>1. **Benchmark**: check the models, the device, the batch sizes and the compile modes. The first choice is ready to run and takes about two minutes.</source>
        <translation>1. **ベンチマーク**: モデル、デバイス、バッチサイズ、コンパイルモードを選びます。最初の設定のまま実行でき、2 分ほどで終わります。</translation>
    </message>
    <message>
        <source>2. **Run**: the bar below shows what is happening. Every finished measurement is kept at once; a cancelled run can be resumed.</source>
        <translation>2. **実行**: 下のバーに進み具合が表示されます。終わった測定はすぐに保存され、キャンセルした実行は再開できます。</translation>
    </message>
    <message>
        <source>3. **Results**: charts and table follow each other. A bar says what it shows under the pointer, and with the arrow keys.</source>
        <translation>3. **結果**: グラフと表は連動します。棒の内容は、ポインターを重ねるか矢印キーで移動すると表示されます。</translation>
    </message>
    <message>
        <source>4. **Export**: a chart becomes a picture in either language and theme, with its conditions below it.</source>
        <translation>4. **エクスポート**: グラフを、どちらの言語とテーマでも、条件付きの画像にできます。</translation>
    </message>
    <message>
        <source>**No compile** is the baseline: the model as it is, operator by operator. Every other variant is compared with the baseline of the same engine.</source>
        <translation>**コンパイルなし**はベースラインです。モデルをそのまま演算子ごとに実行します。ほかの実行方式は、同じエンジンのベースラインと比べます。</translation>
    </message>
    <message>
        <source>**Improvement** is the time saved: (1 − compiled ÷ no compile) × 100%. **Speed-up** is no compile ÷ compiled.</source>
        <translation>**短縮率**は短縮された時間の割合です: (1 − コンパイルあり ÷ コンパイルなし) × 100%。**高速化率**は コンパイルなし ÷ コンパイルあり です。</translation>
    </message>
    <message>
        <source>All variants are measured in turn, in rounds of random order, so that a slow moment of the machine hits all of them alike. The **interval** comes from these rounds and holds the true value 95 times in 100.</source>
        <translation>すべての実行方式を、無作為な順のラウンドで交互に測定します。マシンが遅い瞬間の影響を等しくするためです。**信頼区間**はこれらのラウンドから求め、100 回中 95 回は真の値を含みます。</translation>
    </message>
    <message>
        <source>The **verdict** says faster or slower only when the rounds show it beyond the noise; same, when equality was shown; else unclear, which means: measure longer.</source>
        <translation>**判定**は、ラウンドがノイズを超えて示す場合だけ高速化または低速化、同等と示された場合は差なし、それ以外は判定不能です。判定不能なら測定時間を延ばしてください。</translation>
    </message>
    <message>
        <source>Outputs are checked before and after timing. A variant with wrong outputs is timed, but never counts as an improvement.</source>
        <translation>測定の前後に出力を検証します。出力が一致しない実行方式は、測定はしますが短縮とはみなしません。</translation>
    </message>
    <message>
        <source>**Break-even** is the number of inferences after which compiling has paid for itself.</source>
        <translation>**損益分岐回数**は、コンパイル時間の元が取れる推論の回数です。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>左、右</translation>
    </message>
    <message>
        <source>In a chart: the previous or next bar</source>
        <translation>グラフで: 前または次の棒</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>上、下</translation>
    </message>
    <message>
        <source>In a chart: the previous or next group</source>
        <translation>グラフで: 前または次のグループ</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>In a chart: show the details of the bar</source>
        <translation>グラフで: 棒の詳細を表示</translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation>Ctrl とホイール</translation>
    </message>
    <message>
        <source>In a chart: zoom</source>
        <translation>グラフで: 拡大・縮小</translation>
    </message>
    <message>
        <source>Please say what you did, what happened and what you expected. The System page has more about this machine to copy.</source>
        <translation>何をして、何が起き、何を期待したかを書いてください。このマシンの情報は「システム」ページからコピーできます。</translation>
    </message>
    <message>
        <source>Please say what you did, what happened and what you expected, and add these lines.</source>
        <translation>何をして、何が起き、何を期待したかを書き、次の行を添えてください。</translation>
    </message>
    <message>
        <source>What compiling a PyTorch vision model buys on this machine.</source>
        <translation>PyTorch の画像モデルをコンパイルすると、このマシンでどれだけ速くなるかを測ります。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later; without any warranty.</source>
        <translation>GNU General Public License バージョン 3 以降に基づくフリーソフトウェアです。無保証です。</translation>
    </message>
    <message>
        <source>Built with Qt, QCustomPlot, nlohmann/json, libuv and OpenSSL; measures with PyTorch and Transformers.</source>
        <translation>Qt、QCustomPlot、nlohmann/json、libuv、OpenSSL を使って作られ、PyTorch と Transformers で測定します。</translation>
    </message>
    <message>
        <source>This program uses Qt %1, a C++ toolkit under the GNU Lesser General Public License, version 3. See https://www.qt.io for more.</source>
        <translation>このプログラムは GNU Lesser General Public License バージョン 3 に基づく C++ ツールキット Qt %1 を使用しています。詳しくは https://www.qt.io をご覧ください。</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>まだ実行結果がありません</translation>
    </message>
    <message>
        <source>Runs you make are kept here.</source>
        <translation>実行した結果はここに保存されます。</translation>
    </message>
    <message>
        <source>Go to &amp;Benchmark</source>
        <translation>ベンチマークへ(&amp;B)</translation>
    </message>
    <message>
        <source>Find runs by label, model, device or note</source>
        <translation>ラベル、モデル、デバイス、メモで検索</translation>
    </message>
    <message>
        <source>Find runs</source>
        <translation>実行結果を検索</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行結果</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>Resume ru&amp;n</source>
        <translation>実行を再開(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Label and note…</source>
        <translation>ラベルとメモ(&amp;L)...</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>フォルダーを表示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>No run matches “%1”.</source>
        <translation>「%1」に一致する実行結果はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>実行結果 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>「%1」を削除しました。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>変更(&amp;C)...</translation>
    </message>
    <message>
        <source>Use sample</source>
        <translation>付属の画像を使う</translation>
    </message>
    <message>
        <source>The image that is measured with</source>
        <translation>測定に使う画像</translation>
    </message>
    <message>
        <source>An image can be dropped here</source>
        <translation>ここに画像をドロップできます</translation>
    </message>
    <message>
        <source>Shipped sample</source>
        <translation>付属の画像</translation>
    </message>
    <message>
        <source>%1 cannot be read as an image.</source>
        <translation>%1 を画像として読み込めません。</translation>
    </message>
    <message>
        <source>%1, %2 × %3 pixels</source>
        <translation>%1、%2 × %3 ピクセル</translation>
    </message>
    <message>
        <source>Choose an image</source>
        <translation>画像を選択</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.webp)</source>
        <translation>画像 (*.png *.jpg *.jpeg *.bmp *.webp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Label and note</source>
        <translation>ラベルとメモ</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>ラベル(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>メモ(&amp;N)</translation>
    </message>
    <message>
        <source>Label of the run</source>
        <translation>実行結果のラベル</translation>
    </message>
    <message>
        <source>Note on the run</source>
        <translation>実行結果のメモ</translation>
    </message>
    <message>
        <source>Closing the window cancels the run. Everything measured so far is kept, and the run can be resumed.</source>
        <translation>ウィンドウを閉じると実行がキャンセルされます。これまでの測定結果は保存され、後で再開できます。</translation>
    </message>
    <message>
        <source>&amp;Keep Running</source>
        <translation>実行を続ける(&amp;K)</translation>
    </message>
    <message>
        <source>%1 – Inferometer</source>
        <comment>window title</comment>
        <translation>%1 – Inferometer</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV ファイル (*.csv)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON ファイル (*.json)</translation>
    </message>
    <message>
        <source>JSON Lines files (*.jsonl)</source>
        <translation>JSON Lines ファイル (*.jsonl)</translation>
    </message>
    <message>
        <source>Markdown files (*.md)</source>
        <translation>Markdown ファイル (*.md)</translation>
    </message>
    <message>
        <source>The Python script was copied.</source>
        <translation>Python スクリプトをコピーしました。</translation>
    </message>
    <message>
        <source>The command line was copied.</source>
        <translation>コマンドラインをコピーしました。</translation>
    </message>
    <message>
        <source>Run (%1)</source>
        <comment>%1 a number of measurements</comment>
        <translation>実行（%1）</translation>
    </message>
    <message>
        <source>Run</source>
        <comment>button</comment>
        <translation>実行</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>リストを消去(&amp;C)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>保存しました: %1</translation>
    </message>
    <message>
        <source>Replace files?</source>
        <translation>ファイルを置き換えますか？</translation>
    </message>
    <message>
        <source>%1 has pictures of the same names, maybe of another run. Files to be replaced: %2</source>
        <translation>%1 には同じ名前の画像がすでにあります。別の実行結果のものかもしれません。置き換えるファイル: %2 件</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>置き換え(&amp;R)</translation>
    </message>
    <message>
        <source>Export all charts to a folder</source>
        <translation>すべてのグラフをフォルダーへエクスポート</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) written to %1</source>
        <translation>
            <numerusform>%n 枚の画像を %1 に保存しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Export table</source>
        <translation>表のエクスポート</translation>
    </message>
    <message>
        <source>Save results</source>
        <translation>結果の保存</translation>
    </message>
    <message>
        <source>Inferometer runs (*.inferometer.jsonl)</source>
        <translation>Inferometer の実行結果 (*.inferometer.jsonl)</translation>
    </message>
    <message>
        <source>The chart was copied as an image.</source>
        <translation>グラフを画像としてコピーしました。</translation>
    </message>
    <message>
        <source>Cancel the run?</source>
        <translation>実行をキャンセルしますか？</translation>
    </message>
    <message>
        <source>Cancel the download?</source>
        <translation>ダウンロードをキャンセルしますか？</translation>
    </message>
    <message>
        <source>Cancel the set-up of PyTorch?</source>
        <translation>PyTorch のセットアップをキャンセルしますか？</translation>
    </message>
    <message>
        <source>Cancel the preparation of the model?</source>
        <translation>モデルの準備をキャンセルしますか？</translation>
    </message>
    <message>
        <source>The download is cancelled. Models that were fetched stay.</source>
        <translation>ダウンロードがキャンセルされます。取得済みのモデルは残ります。</translation>
    </message>
    <message>
        <source>The set-up of PyTorch is cancelled; it can be begun again.</source>
        <translation>PyTorch のセットアップがキャンセルされます。後でやり直せます。</translation>
    </message>
    <message>
        <source>The preparation of the model is cancelled.</source>
        <translation>モデルの準備がキャンセルされます。</translation>
    </message>
    <message>
        <source>Everything measured so far is kept, and the run can be resumed.</source>
        <translation>これまでの測定結果は保存され、後で再開できます。</translation>
    </message>
    <message>
        <source>&amp;Stop now</source>
        <translation>すぐに停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Finish this model, then stop</source>
        <translation>このモデルの測定後に停止(&amp;F)</translation>
    </message>
    <message>
        <source>The run is finished.</source>
        <translation>実行が完了しました。</translation>
    </message>
    <message>
        <source>The run was interrupted.</source>
        <translation>実行が中断されました。</translation>
    </message>
    <message>
        <source>Open results in a new window</source>
        <translation>新しいウィンドウで結果を開く</translation>
    </message>
    <message>
        <source>Open results</source>
        <translation>結果を開く</translation>
    </message>
    <message>
        <source>Clear the compile cache?</source>
        <translation>コンパイルキャッシュを消去しますか？</translation>
    </message>
    <message>
        <source>Weights, graphs and compiled models are removed; the next run makes them anew. Results stay.</source>
        <translation>重み、グラフ、コンパイル済みモデルを削除します。次の実行で作り直されます。実行結果は残ります。</translation>
    </message>
    <message>
        <source>C&amp;lear cache</source>
        <translation>キャッシュを消去(&amp;L)</translation>
    </message>
    <message>
        <source>The cache is empty.</source>
        <translation>キャッシュを空にしました。</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>モデルを絞り込む</translation>
    </message>
    <message>
        <source>Onl&amp;y runnable ones</source>
        <translation>実行できるものだけ(&amp;Y)</translation>
    </message>
    <message>
        <source>Models by task</source>
        <translation>タスク別のモデル</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>絞り込みを解除</translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation>すべて解除(&amp;N)</translation>
    </message>
    <message numerus="yes">
        <source>Select &amp;all (%n)</source>
        <translation>
            <numerusform>すべて選択（%n）(&amp;A)</numerusform>
        </translation>
    </message>
    <message>
        <source>No pretrained models in the Hugging Face cache (%1); random weights are used.</source>
        <translation>Hugging Face キャッシュ（%1）に事前学習済みモデルが見つかりません。ランダムな重みを使用します。</translation>
    </message>
    <message>
        <source>No model matches “%1”.</source>
        <translation>「%1」に一致するモデルはありません。</translation>
    </message>
    <message>
        <source>Click to rename the run</source>
        <translation>クリックして名前を変更</translation>
    </message>
    <message>
        <source>running</source>
        <comment>run</comment>
        <translation>実行中</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a caption and its figure</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Geometric mean of the speed-ups. Verified rows: %1, left out: %2. Faster: %3, slower: %4.</source>
        <translation>検証済みの %1 行の高速化率の幾何平均（%2 行を除外）。高速化: %3 行、低速化: %4 行。</translation>
    </message>
    <message>
        <source>%1, batch %2</source>
        <translation>%1、バッチ %2</translation>
    </message>
    <message>
        <source>best: %1</source>
        <translation>最良: %1</translation>
    </message>
    <message>
        <source>worst: %1</source>
        <translation>最悪: %1</translation>
    </message>
    <message>
        <source>compiling in all</source>
        <translation>コンパイル時間の合計</translation>
    </message>
    <message>
        <source>Cached compilations included</source>
        <translation>キャッシュにあったコンパイルを含みます</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>まだ結果がありません</translation>
    </message>
    <message>
        <source>Choose models and run your first benchmark.</source>
        <translation>モデルを選んで最初のベンチマークを実行してください。</translation>
    </message>
    <message>
        <source>&amp;Open results…</source>
        <translation>結果を開く(&amp;O)...</translation>
    </message>
    <message>
        <source>Show &amp;sample</source>
        <translation>サンプルを表示(&amp;S)</translation>
    </message>
    <message>
        <source>Measure what is missing</source>
        <translation>足りない測定を行います</translation>
    </message>
    <message>
        <source>Where the run goes on</source>
        <translation>実行を再開する場所</translation>
    </message>
    <message>
        <source>Where it was planned</source>
        <translation>計画どおりの場所</translation>
    </message>
    <message>
        <source>Means of the rounds so far</source>
        <translation>これまでのラウンドの平均</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>実行の進み具合</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>キャンセル中...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>finished and planned measurements</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Finishing this model: %1</source>
        <translation>このモデルの測定が終わりしだい停止します: %1</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>準備中...</translation>
    </message>
    <message>
        <source>%1, about %2 left</source>
        <translation>%1、残り約 %2</translation>
    </message>
    <message>
        <source>Device and input</source>
        <translation>デバイスと入力</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>Compile modes</source>
        <translation>コンパイルモード</translation>
    </message>
    <message>
        <source>Length of measuring</source>
        <translation>測定の長さ</translation>
    </message>
    <message>
        <source>Measurement detail&amp;s</source>
        <translation>測定の詳細(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Inferences per variant</source>
        <translation>実行方式あたりの推論の回数(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Time limit per variant</source>
        <translation>実行方式あたりの制限時間(&amp;T)</translation>
    </message>
    <message>
        <source>Cooldown &amp;between models</source>
        <translation>モデル間のクールダウン(&amp;B)</translation>
    </message>
    <message>
        <source>Cool GPUs to</source>
        <translation>GPU を冷ます温度</translation>
    </message>
    <message>
        <source>not waited for</source>
        <comment>a temperature</comment>
        <translation>待たない</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>順序(&amp;O)</translation>
    </message>
    <message>
        <source>not frozen</source>
        <comment>weights</comment>
        <translation>固定化しない</translation>
    </message>
    <message>
        <source>frozen into the compiled code</source>
        <comment>weights</comment>
        <translation>コンパイル済みコードに固定化</translation>
    </message>
    <message>
        <source>both, as variants</source>
        <comment>weights</comment>
        <translation>両方（別々の実行方式）</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>&amp;Weights (C++)</source>
        <translation>重み（C++）(&amp;W)</translation>
    </message>
    <message>
        <source>Memory &amp;layout</source>
        <translation>メモリ配置(&amp;L)</translation>
    </message>
    <message>
        <source>Memory allocator</source>
        <translation>メモリアロケーター</translation>
    </message>
    <message>
        <source>Image and weights</source>
        <translation>画像と重み</translation>
    </message>
    <message>
        <source>Download missing &amp;pretrained weights</source>
        <translation>足りない事前学習済みの重みをダウンロード(&amp;P)</translation>
    </message>
    <message>
        <source>Otherwise models without cached weights get seeded random ones: the same work, another picture of the world. The result says which.</source>
        <translation>ダウンロードしない場合、キャッシュに重みがないモデルは、シードを固定したランダムな重みを使います。計算量は同じで、どちらを使ったかは結果に記録されます。</translation>
    </message>
    <message>
        <source>Python needs a process of its own; runs are set to the window&apos;s process.</source>
        <translation>Python には専用のプロセスが必要ですが、ウィンドウのプロセス内で実行する設定になっています。</translation>
    </message>
    <message>
        <source>Choose at least one model.</source>
        <translation>モデルを 1 つ以上選んでください。</translation>
    </message>
    <message>
        <source>Choose at least one batch size.</source>
        <translation>バッチサイズを 1 つ以上選んでください。</translation>
    </message>
    <message>
        <source>Choose at least one engine.</source>
        <translation>エンジンを 1 つ以上選んでください。</translation>
    </message>
    <message>
        <source>Choose at least one data type.</source>
        <translation>データ型を 1 つ以上選んでください。</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>モデル %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>デバイス %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n batch size(s)</source>
        <translation>
            <numerusform>バッチサイズ %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n data type(s)</source>
        <translation>
            <numerusform>データ型 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>実行方式 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <comment>a product and what it comes to</comment>
        <translation>%1 = %2</translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s)</source>
        <translation>
            <numerusform>%n 件の測定</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1.</source>
        <translation>約 %1。</translation>
    </message>
    <message>
        <source>At least %1; some of it was never measured here.</source>
        <translation>%1 以上。ここで測定したことがないものを含みます。</translation>
    </message>
    <message>
        <source>The time is not known until the first run.</source>
        <translation>所要時間は最初の実行まで分かりません。</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) to compile.</source>
        <comment>variants of models</comment>
        <translation>
            <numerusform>コンパイルが %n 件必要です。</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 of new cache.</source>
        <translation>キャッシュが約 %1 増えます。</translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s) not supported here.</source>
        <translation>
            <numerusform>%n 件の測定はこの環境では対応していません。</numerusform>
        </translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>このマシン</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>再確認(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Copy environment info</source>
        <translation>環境情報をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>This machine is not examined while a run is under way.</source>
        <translation>実行中は、このマシンを調べません。</translation>
    </message>
    <message>
        <source>Examining this machine…</source>
        <translation>このマシンを調べています...</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) keep models from being measured.</source>
        <translation>
            <numerusform>%n 件の問題により測定できません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything needed is there; %n thing(s) may disturb measurements.</source>
        <translation>
            <numerusform>必要なものはそろっています。測定に影響しそうな点が %n 件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything needed is there.</source>
        <translation>必要なものはそろっています。</translation>
    </message>
    <message>
        <source>To mend it: %1</source>
        <translation>対処: %1</translation>
    </message>
    <message>
        <source>&amp;New Benchmark</source>
        <translation>新しいベンチマーク(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open Results…</source>
        <translation>結果を開く(&amp;O)...</translation>
    </message>
    <message>
        <source>Open in New &amp;Window…</source>
        <translation>新しいウィンドウで開く(&amp;W)...</translation>
    </message>
    <message>
        <source>Save Results &amp;As…</source>
        <translation>名前を付けて結果を保存(&amp;A)...</translation>
    </message>
    <message>
        <source>&amp;Chart…</source>
        <comment>export</comment>
        <translation>グラフ(&amp;C)...</translation>
    </message>
    <message>
        <source>A&amp;ll Charts…</source>
        <comment>export</comment>
        <translation>すべてのグラフ(&amp;L)...</translation>
    </message>
    <message>
        <source>C&amp;SV…</source>
        <comment>export</comment>
        <translation>CSV(&amp;S)...</translation>
    </message>
    <message>
        <source>&amp;JSON…</source>
        <comment>export</comment>
        <translation>JSON(&amp;J)...</translation>
    </message>
    <message>
        <source>JSON &amp;Lines…</source>
        <comment>export</comment>
        <translation>JSON Lines(&amp;L)...</translation>
    </message>
    <message>
        <source>&amp;Markdown…</source>
        <comment>export</comment>
        <translation>Markdown(&amp;M)...</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit Inferometer</source>
        <translation>Inferometer を終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy C&amp;hart Image</source>
        <translation>グラフを画像としてコピー(&amp;H)</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown Table</source>
        <translation>Markdown の表としてコピー(&amp;M)</translation>
    </message>
    <message>
        <source>Copy &amp;Environment Info</source>
        <translation>環境情報をコピー(&amp;E)</translation>
    </message>
    <message>
        <source>Copy as P&amp;ython</source>
        <translation>Python としてコピー(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy Command &amp;Line</source>
        <translation>コマンドラインをコピー(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Find Model…</source>
        <translation>モデルを検索(&amp;F)...</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>設定(&amp;P)...</translation>
    </message>
    <message>
        <source>&amp;Benchmark</source>
        <comment>page</comment>
        <translation>ベンチマーク(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <comment>page</comment>
        <translation>結果(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <comment>page</comment>
        <translation>履歴(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <comment>page</comment>
        <translation>システム(&amp;S)</translation>
    </message>
    <message>
        <source>Show Only the &amp;Table</source>
        <translation>表だけを表示(&amp;T)</translation>
    </message>
    <message>
        <source>Show &amp;Details</source>
        <translation>詳細を表示(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Error Bars</source>
        <translation>エラーバー(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Value Labels</source>
        <translation>値のラベル(&amp;V)</translation>
    </message>
    <message>
        <source>Le&amp;gend</source>
        <translation>凡例(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Logarithmic Axis</source>
        <translation>対数軸(&amp;L)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>Reset &amp;Zoom</source>
        <translation>拡大率を元に戻す(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;System Default</source>
        <comment>language</comment>
        <translation>システムの既定(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <comment>theme</comment>
        <translation>システム(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <comment>theme</comment>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <comment>theme</comment>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>Restore Default La&amp;yout</source>
        <translation>レイアウトを初期状態に戻す(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Cancel Run</source>
        <translation>実行をキャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>Resume R&amp;un</source>
        <translation>実行を再開(&amp;U)</translation>
    </message>
    <message>
        <source>Run Selected Row &amp;Again</source>
        <translation>選択した行を再実行(&amp;A)</translation>
    </message>
    <message>
        <source>Clear Compile Cac&amp;he…</source>
        <translation>コンパイルキャッシュを消去(&amp;H)...</translation>
    </message>
    <message>
        <source>&amp;Getting Started</source>
        <translation>はじめに(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>What Do the &amp;Numbers Mean?</source>
        <translation>数値の意味(&amp;N)</translation>
    </message>
    <message>
        <source>How Is It &amp;Measured?</source>
        <translation>測定の方法(&amp;M)</translation>
    </message>
    <message>
        <source>Why Does It &amp;Differ from the Guide?</source>
        <translation>ガイドと値が異なる理由(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;What Is Not Measured?</source>
        <translation>測定しないもの(&amp;W)</translation>
    </message>
    <message>
        <source>Image and batch sizes are chosen with the run. Example inputs that a model brings are repeated to the batch size; the first dimension of the first input counts as the batch.</source>
        <translation>画像とバッチサイズは測定の設定で選びます。モデルに付属する入力例は、先頭の入力の最初の次元をバッチとみなし、バッチサイズに合わせて繰り返します。</translation>
    </message>
    <message>
        <source>Check &amp;Environment</source>
        <translation>環境を確認(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Report a Problem</source>
        <translation>問題の報告(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;About Inferometer</source>
        <translation>Inferometer について(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Qt について(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近使ったファイル(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>エクスポート(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>グラフ(&amp;C)</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>言語(&amp;N)</translation>
    </message>
    <message>
        <source>The&amp;me</source>
        <translation>テーマ(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <comment>menu</comment>
        <translation>実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>プリセット(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>General</source>
        <comment>preferences</comment>
        <translation>全般</translation>
    </message>
    <message>
        <source>System default</source>
        <comment>language</comment>
        <translation>システムの既定</translation>
    </message>
    <message>
        <source>As the system</source>
        <comment>theme</comment>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>&amp;Start with</source>
        <translation>開始ページ(&amp;S)</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>ベンチマーク</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>The last page</source>
        <translation>前回のページ</translation>
    </message>
    <message>
        <source>&amp;Ask before a run of more than 30 s is cancelled</source>
        <translation>30 秒を超える実行のキャンセル前に確認する(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Notify at the end of a run</source>
        <translation>実行の終了を通知する(&amp;N)</translation>
    </message>
    <message>
        <source>Inferometer never looks for updates by itself.</source>
        <translation>Inferometer が自動で更新を確認することはありません。</translation>
    </message>
    <message>
        <source>Measurement</source>
        <comment>preferences</comment>
        <translation>測定</translation>
    </message>
    <message>
        <source>Run inside the window&apos;s &amp;process</source>
        <translation>ウィンドウのプロセス内で実行する(&amp;P)</translation>
    </message>
    <message>
        <source>Without it every model is measured in a process of its own, which is the better choice: a crash costs one model, memory is limited, Python can be measured too. Rows measured inside the window are marked and never pooled with others.</source>
        <translation>オフの場合、モデルごとに専用のプロセスで測定します。異常終了しても失うのは 1 つのモデルだけで、メモリが制限され、Python も測定できるため、オフをお勧めします。ウィンドウ内で測定した行には印が付き、ほかの行とまとめて集計されません。</translation>
    </message>
    <message>
        <source>The engine&apos;s library was not found; runs use processes.</source>
        <translation>エンジンのライブラリが見つかりません。専用のプロセスで実行します。</translation>
    </message>
    <message>
        <source>&amp;Cooldown between models</source>
        <translation>モデル間のクールダウン(&amp;C)</translation>
    </message>
    <message>
        <source>Paths</source>
        <comment>preferences</comment>
        <translation>パス</translation>
    </message>
    <message>
        <source>&amp;Python of the Python engine</source>
        <translation>Python エンジンの Python(&amp;P)</translation>
    </message>
    <message>
        <source>the project&apos;s own environment</source>
        <translation>付属の環境</translation>
    </message>
    <message>
        <source>Hugging Face cache</source>
        <translation>Hugging Face キャッシュ</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定ファイル</translation>
    </message>
    <message>
        <source>Clear compile &amp;cache…</source>
        <translation>コンパイルキャッシュを消去(&amp;C)...</translation>
    </message>
    <message>
        <source>&amp;Open settings file</source>
        <translation>設定ファイルを開く(&amp;O)</translation>
    </message>
    <message>
        <source>Charts</source>
        <comment>preferences</comment>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>Okabe and Ito</source>
        <translation>岡部・伊藤</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>Greys for print</source>
        <translation>印刷用グレー</translation>
    </message>
    <message>
        <source>&amp;Error bars</source>
        <translation>エラーバー(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Hatch compiled bars</source>
        <translation>コンパイルありの棒に斜線を入れる(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Value labels</source>
        <translation>値のラベル(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>凡例(&amp;L)</translation>
    </message>
    <message>
        <source>L&amp;ogarithmic axis</source>
        <translation>対数軸(&amp;O)</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percentage</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <extracomment>an estimate with its 95% interval: %1 value, %2 lower end, %3 upper end</extracomment>
        <translation>%1（%2 から %3）</translation>
    </message>
    <message>
        <source>%1 (%2 or more)</source>
        <extracomment>an estimate whose 95% interval has no upper end: %1 value, %2 lower end</extracomment>
        <translation>%1（%2 以上）</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>speed-up factor</comment>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions of parameters</comment>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 枚/秒</translation>
    </message>
    <message>
        <source>MMM d, yyyy HH:mm</source>
        <extracomment>pattern of a date with the time of day, in Qt&apos;s letters</extracomment>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <extracomment>pattern of a date, in Qt&apos;s letters</extracomment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>Image Classification</source>
        <translation>画像分類</translation>
    </message>
    <message>
        <source>Image Segmentation</source>
        <translation>画像セグメンテーション</translation>
    </message>
    <message>
        <source>Object Detection</source>
        <translation>物体検出</translation>
    </message>
    <message>
        <source>LibTorch from C++: the graph as it is, and the graph compiled ahead of time by AOTInductor.</source>
        <translation>C++ から LibTorch を使います。グラフをそのまま実行する方式と、AOTInductor で事前にコンパイルする方式です。</translation>
    </message>
    <message>
        <source>A Python process, not compiled and through torch.compile, as in the Hugging Face guide.</source>
        <translation>Python のプロセスで、Hugging Face のガイドと同じくコンパイルなしと torch.compile で実行します。</translation>
    </message>
    <message>
        <source>no compile</source>
        <translation>コンパイルなし</translation>
    </message>
    <message>
        <source>default</source>
        <comment>compile mode</comment>
        <translation>default</translation>
    </message>
    <message>
        <source>The baseline: every operator runs by itself. Always measured.</source>
        <translation>ベースラインです。演算子を 1 つずつ実行します。常に測定します。</translation>
    </message>
    <message>
        <source>Inductor fuses operators and generates code; the shortest compilation.</source>
        <translation>Inductor が演算子を融合してコードを生成します。コンパイル時間が最も短い方式です。</translation>
    </message>
    <message>
        <source>Records the work of a GPU once and replays it (CUDA graphs), which spares the cost of starting each kernel.</source>
        <translation>GPU の処理を一度記録して再生します（CUDA グラフ）。カーネルごとの起動のオーバーヘッドを省きます。</translation>
    </message>
    <message>
        <source>Tries several implementations of heavy operators and keeps the fastest; the longest compilation. On a GPU with CUDA graphs.</source>
        <translation>重い演算子の実装を複数試し、最も速いものを使います。コンパイル時間が最も長い方式です。GPU では CUDA グラフも使います。</translation>
    </message>
    <message>
        <source>As max-autotune, without CUDA graphs.</source>
        <translation>max-autotune と同じで、CUDA グラフを使いません。</translation>
    </message>
    <message>
        <source>contiguous</source>
        <comment>memory layout</comment>
        <translation>連続（contiguous）</translation>
    </message>
    <message>
        <source>channels last</source>
        <comment>memory layout</comment>
        <translation>channels last</translation>
    </message>
    <message>
        <source>fused (SDPA)</source>
        <comment>attention</comment>
        <translation>融合（SDPA）</translation>
    </message>
    <message>
        <source>plain (eager)</source>
        <comment>attention</comment>
        <translation>通常（eager）</translation>
    </message>
    <message>
        <source>keeps freed memory</source>
        <comment>allocator</comment>
        <translation>解放したメモリを保持</translation>
    </message>
    <message>
        <source>system default</source>
        <comment>allocator</comment>
        <translation>システムの既定</translation>
    </message>
    <message>
        <source>Quick</source>
        <comment>preset</comment>
        <translation>クイック</translation>
    </message>
    <message>
        <source>Standard</source>
        <comment>preset</comment>
        <translation>標準</translation>
    </message>
    <message>
        <source>Guide</source>
        <comment>preset</comment>
        <translation>ガイド</translation>
    </message>
    <message>
        <source>Custom</source>
        <comment>preset</comment>
        <translation>カスタム</translation>
    </message>
    <message>
        <source>At least 10 inferences and 0.5 s per variant: a first look, mostly too short for a verdict.</source>
        <translation>実行方式あたり 10 回かつ 0.5 s 以上の推論。最初の目安で、多くの場合、判定には足りません。</translation>
    </message>
    <message>
        <source>At least 50 inferences, 20 rounds and 3 s per variant, until the improvement is known within ±1%.</source>
        <translation>実行方式あたり 50 回、20 ラウンド、3 s 以上の推論を、短縮率の精度が ±1% になるまで続けます。</translation>
    </message>
    <message>
        <source>Exactly 300 inferences per variant after the warm-up, as in the Hugging Face guide.</source>
        <translation>Hugging Face のガイドと同じく、ウォームアップ後に実行方式あたりちょうど 300 回の推論を測定します。</translation>
    </message>
    <message>
        <source>Your own numbers, under Measurement details.</source>
        <translation>「測定の詳細」で回数を指定します。</translation>
    </message>
    <message>
        <source>Interleaved rounds</source>
        <comment>measuring order</comment>
        <translation>ラウンドごとに交互</translation>
    </message>
    <message>
        <source>One variant after the other</source>
        <comment>measuring order</comment>
        <translation>実行方式を順番に</translation>
    </message>
    <message>
        <source>faster</source>
        <comment>verdict</comment>
        <translation>高速化</translation>
    </message>
    <message>
        <source>slower</source>
        <comment>verdict</comment>
        <translation>低速化</translation>
    </message>
    <message>
        <source>same</source>
        <comment>verdict</comment>
        <translation>差なし</translation>
    </message>
    <message>
        <source>unclear</source>
        <comment>verdict</comment>
        <translation>判定不能</translation>
    </message>
    <message>
        <source>OOM</source>
        <comment>out of memory, in the slot of a bar</comment>
        <translation>OOM</translation>
    </message>
    <message>
        <source>completed</source>
        <comment>run</comment>
        <translation>完了</translation>
    </message>
    <message>
        <source>cancelled</source>
        <comment>run</comment>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>interrupted</source>
        <comment>run</comment>
        <translation>中断</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>frozen</source>
        <comment>weights held inside the compiled code</comment>
        <translation>固定化</translation>
    </message>
    <message>
        <source>random weights (seed %1)</source>
        <translation>ランダムな重み（シード %1）</translation>
    </message>
    <message>
        <source>pretrained weights</source>
        <translation>事前学習済みの重み</translation>
    </message>
    <message>
        <source>pretrained weights (%1)</source>
        <translation>事前学習済みの重み（%1）</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
    <message>
        <source>%1, %2 cores for measuring</source>
        <translation>%1（測定に使えるコア数: %2）</translation>
    </message>
    <message>
        <source>%1, of which a run may take %2</source>
        <translation>%1（うち測定に使えるのは %2）</translation>
    </message>
    <message>
        <source>No CUDA device: the driver is not installed or finds none. The CPU works.</source>
        <translation>CUDA デバイスがありません。ドライバーが入っていないか、デバイスが見つかりません。CPU は使えます。</translation>
    </message>
    <message>
        <source>%1: %2, compute capability %3, driver for CUDA %4</source>
        <translation>%1: %2、Compute Capability %3、CUDA %4 対応ドライバー</translation>
    </message>
    <message>
        <source>The runner is there.</source>
        <translation>ランナーがあります。</translation>
    </message>
    <message>
        <source>The runner, which measures, is missing.</source>
        <translation>測定を行うランナーがありません。</translation>
    </message>
    <message>
        <source>Build it: ./quickstart build (with INFEROMETER_BUILD_ENGINE=ON).</source>
        <translation>ビルドしてください: ./quickstart build（INFEROMETER_BUILD_ENGINE=ON）</translation>
    </message>
    <message>
        <source>%1 models are known by name.</source>
        <translation>%1 個のモデルを名前で選べます。</translation>
    </message>
    <message>
        <source>The catalogue of models cannot be read: %1</source>
        <translation>モデルのカタログを読み込めません: %1</translation>
    </message>
    <message>
        <source>Install Inferometer again; its files are damaged.</source>
        <translation>ファイルが壊れています。Inferometer をインストールし直してください。</translation>
    </message>
    <message>
        <source>Python %1</source>
        <translation>Python %1 があります。</translation>
    </message>
    <message>
        <source>There is no Python environment.</source>
        <translation>Python 環境がありません。</translation>
    </message>
    <message>
        <source>The Python environment does not work: %1</source>
        <translation>Python 環境が動作しません: %1</translation>
    </message>
    <message>
        <source>Run inferometer-setup, or ./quickstart build in a source tree, or name another one with INFEROMETER_PYTHON.</source>
        <translation>inferometer-setup（ソースツリーでは ./quickstart build）を実行するか、INFEROMETER_PYTHON で別の環境を指定してください。</translation>
    </message>
    <message>
        <source>torch %1 (CUDA: %2)</source>
        <translation>torch %1（CUDA: %2）</translation>
    </message>
    <message>
        <source>Transformers %1</source>
        <translation>Transformers %1 があります。</translation>
    </message>
    <message>
        <source>Transformers is missing in the Python environment.</source>
        <translation>Python 環境に Transformers がありません。</translation>
    </message>
    <message>
        <source>Compiler: %1</source>
        <translation>コンパイラー: %1</translation>
    </message>
    <message>
        <source>Install g++ (Debian and Ubuntu: apt install g++).</source>
        <translation>g++ をインストールしてください（Debian と Ubuntu では apt install g++）。</translation>
    </message>
    <message>
        <source>%1 in use, at most %2</source>
        <translation>%1 を使用中（上限 %2）</translation>
    </message>
    <message>
        <source>The cache cannot be used: %1</source>
        <translation>キャッシュを使えません: %1</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>空き容量は %1 です。</translation>
    </message>
    <message>
        <source>Only %1 are free; %2 are needed.</source>
        <translation>空き容量が %1 しかありません。%2 が必要です。</translation>
    </message>
    <message>
        <source>Make room; Preferences, Paths, can clear the compile cache.</source>
        <translation>空きを作ってください。コンパイルキャッシュは「設定」の「パス」で消去できます。</translation>
    </message>
    <message>
        <source>Runs: %1</source>
        <translation>実行結果 %1 件</translation>
    </message>
    <message>
        <source>The folder of the run files cannot be written.</source>
        <translation>実行結果のフォルダーに書き込めません。</translation>
    </message>
    <message>
        <source>There; pretrained weights in it are used.</source>
        <translation>あります。中にある事前学習済みの重みを使用します。</translation>
    </message>
    <message>
        <source>None; models get random weights.</source>
        <translation>ありません。モデルの重みはランダムになります。</translation>
    </message>
    <message>
        <source>A Japanese font is there (%1).</source>
        <translation>日本語フォントがあります（%1）。</translation>
    </message>
    <message>
        <source>No Japanese font was found; Japanese text in the window would show as boxes.</source>
        <translation>日本語フォントが見つかりません。ウィンドウの日本語が四角で表示されます。</translation>
    </message>
    <message>
        <source>Install fonts-noto-cjk.</source>
        <translation>fonts-noto-cjk をインストールしてください。</translation>
    </message>
    <message>
        <source>This choice is not valid.</source>
        <translation>この選択は正しくありません。</translation>
    </message>
    <message>
        <source>The model could not be found.</source>
        <translation>モデルが見つかりません。</translation>
    </message>
    <message>
        <source>The device could not be found.</source>
        <translation>デバイスが見つかりません。</translation>
    </message>
    <message>
        <source>The file could not be found.</source>
        <translation>ファイルが見つかりません。</translation>
    </message>
    <message>
        <source>The file is damaged or of another kind.</source>
        <translation>ファイルが壊れているか、種類が違います。</translation>
    </message>
    <message>
        <source>The file was written by a newer version of Inferometer.</source>
        <translation>このファイルは新しいバージョンの Inferometer で作成されています。</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>ファイルに書き込めません。</translation>
    </message>
    <message>
        <source>Another process is using it.</source>
        <translation>別のプロセスが使用中です。</translation>
    </message>
    <message>
        <source>The Python environment or the runner is missing.</source>
        <translation>Python 環境またはランナーがありません。</translation>
    </message>
    <message>
        <source>The runner answered in an unexpected way.</source>
        <translation>ランナーから予期しない応答がありました。</translation>
    </message>
    <message>
        <source>A helper process could not be started.</source>
        <translation>補助プロセスを起動できません。</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>メモリが足りません。</translation>
    </message>
    <message>
        <source>This is not supported here.</source>
        <translation>この環境では対応していません。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>キャンセルしました。</translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation>予期しない問題が発生しました。</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>測定済み</translation>
    </message>
    <message>
        <source>wrong output</source>
        <translation>出力不一致</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>メモリ不足（OOM）</translation>
    </message>
    <message>
        <source>unsupported</source>
        <translation>非対応</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>preparation failed</source>
        <translation>準備に失敗</translation>
    </message>
    <message>
        <source>graph capture failed</source>
        <translation>モデルグラフの取得に失敗</translation>
    </message>
    <message>
        <source>compile failed</source>
        <translation>コンパイルに失敗</translation>
    </message>
    <message>
        <source>load failed</source>
        <translation>読み込みに失敗</translation>
    </message>
    <message>
        <source>CUDA graph failed</source>
        <translation>CUDA グラフの取得に失敗</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>タイムアウト</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>異常終了</translation>
    </message>
    <message>
        <source>device lost</source>
        <translation>デバイス喪失</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>接続切断</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>通信エラー</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未実行</translation>
    </message>
    <message>
        <source>Faster than no compile, beyond the noise.</source>
        <translation>ノイズを超えて、コンパイルなしより高速です。</translation>
    </message>
    <message>
        <source>Slower than no compile, beyond the noise.</source>
        <translation>ノイズを超えて、コンパイルなしより低速です。</translation>
    </message>
    <message>
        <source>Shown to be as fast as no compile.</source>
        <translation>コンパイルなしと同じ速さであることが示されました。</translation>
    </message>
    <message>
        <source>Neither a difference nor equality could be shown; measure longer.</source>
        <translation>差があるとも同じとも言えません。測定時間を延ばしてください。</translation>
    </message>
    <message>
        <source>Everything that was asked for was reached.</source>
        <translation>求められた条件をすべて満たしました。</translation>
    </message>
    <message>
        <source>The exact number of inferences was timed.</source>
        <translation>指定された回数の推論を測定しました。</translation>
    </message>
    <message>
        <source>The time limit of the measurement was reached.</source>
        <translation>測定の制限時間に達しました。</translation>
    </message>
    <message>
        <source>One record holds no more inferences.</source>
        <translation>1 件の記録に収まる推論の回数に達しました。</translation>
    </message>
    <message>
        <source>The run was cancelled.</source>
        <translation>実行がキャンセルされました。</translation>
    </message>
    <message>
        <source>A variant failed in the middle.</source>
        <translation>途中で失敗した実行方式があります。</translation>
    </message>
    <message>
        <source>The machine was asleep in the middle.</source>
        <translation>途中でマシンがスリープしました。</translation>
    </message>
    <message>
        <source>the number of inferences</source>
        <translation>推論の回数</translation>
    </message>
    <message>
        <source>the number of rounds</source>
        <translation>ラウンド数</translation>
    </message>
    <message>
        <source>the measuring time</source>
        <translation>測定時間</translation>
    </message>
    <message>
        <source>the width of the interval</source>
        <translation>信頼区間の幅</translation>
    </message>
    <message>
        <source>steady durations after the warm-up</source>
        <translation>ウォームアップ後の安定した推論時間</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照出力</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Compile</source>
        <translation>コンパイル</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Cooldown</source>
        <translation>クールダウン</translation>
    </message>
    <message>
        <source>Waiting for disk space</source>
        <translation>ディスクの空き待ち</translation>
    </message>
    <message>
        <source>Waiting for another process</source>
        <translation>別のプロセスの終了待ち</translation>
    </message>
    <message>
        <source>Start of the runner</source>
        <translation>ランナーの起動</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>出力の検証</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>ウォームアップ</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>測定</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>終了処理</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>プロセッサ</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Runner</source>
        <translation>ランナー</translation>
    </message>
    <message>
        <source>Model catalogue</source>
        <translation>モデルのカタログ</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Transformers</source>
        <translation>Transformers</translation>
    </message>
    <message>
        <source>Compiler</source>
        <translation>コンパイラー</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>ディスクの空き</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>フォント</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>The largest error, relative to the reference&apos;s scale, is at most %1.</source>
        <translation>参照出力の大きさに対する最大誤差が %1 以下であること。</translation>
    </message>
    <message>
        <source>The error against a float64 reference is at most %1 times that of eager.</source>
        <translation>float64 の参照に対する誤差が、Eager モードの誤差の %1 倍以下であること。</translation>
    </message>
    <message>
        <source>The worker did not understand the field &apos;%1&apos; of its request.</source>
        <translation>ワーカーが要求の項目「%1」を理解できませんでした。</translation>
    </message>
    <message>
        <source>This version of Transformers has no class &apos;%1&apos;.</source>
        <translation>このバージョンの Transformers にはクラス「%1」がありません。</translation>
    </message>
    <message>
        <source>The configuration of the model is not valid.</source>
        <translation>モデルの設定が正しくありません。</translation>
    </message>
    <message>
        <source>The image processor &apos;%1&apos; could not be made from its parameters.</source>
        <translation>画像プロセッサ「%1」を設定から作成できませんでした。</translation>
    </message>
    <message>
        <source>The model wants the input &apos;%1&apos;, which no image can give.</source>
        <translation>モデルが入力「%1」を求めていますが、画像からは作成できません。</translation>
    </message>
    <message>
        <source>The model failed in the step &apos;%1&apos;.</source>
        <translation>モデルが段階「%1」で失敗しました。</translation>
    </message>
    <message>
        <source>The weights&apos; file &apos;%1&apos; is missing.</source>
        <translation>重みのファイル「%1」がありません。</translation>
    </message>
    <message>
        <source>The weights do not fit the model: &apos;%1&apos; is missing, superfluous or of another shape.</source>
        <translation>重みがモデルに合いません。「%1」が足りないか、余分か、形状が違います。</translation>
    </message>
    <message>
        <source>The model asks to run code of its own (in &apos;%1&apos;), which is never done.</source>
        <translation>モデルが独自のコード（%1）の実行を求めています。安全のため実行しません。</translation>
    </message>
    <message>
        <source>The weights exist only as &apos;%1&apos;, a pickle that can run code; only safetensors files are read.</source>
        <translation>重みが「%1」の形でしかありません。コードを実行できる pickle 形式は読み込まず、safetensors だけを読み込みます。</translation>
    </message>
    <message>
        <source>Of &apos;%1&apos; the Hugging Face cache holds only pickled weights, which can run code and are not used; the weights are random. Allow its download to get others.</source>
        <translation>Hugging Face キャッシュにある「%1」の重みは、コードを実行できる pickle 形式だけなので使用せず、ランダムな重みを使用しました。ダウンロードを許可すると、ほかの形式を取得できます。</translation>
    </message>
    <message>
        <source>The model&apos;s snapshot is no longer in the Hugging Face cache.</source>
        <translation>モデルのスナップショットが Hugging Face キャッシュからなくなりました。</translation>
    </message>
    <message>
        <source>The model&apos;s snapshot in the Hugging Face cache lacks a readable &apos;%1&apos;.</source>
        <translation>Hugging Face キャッシュのスナップショットに、読み込める「%1」がありません。</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; could not be downloaded.</source>
        <translation>モデル「%1」をダウンロードできませんでした。</translation>
    </message>
    <message>
        <source>The image file is missing.</source>
        <translation>画像ファイルがありません。</translation>
    </message>
    <message>
        <source>The image could not be read; it is damaged or no image.</source>
        <translation>画像を読み込めません。壊れているか、画像ではありません。</translation>
    </message>
    <message>
        <source>The image is not the one that the run began with; its content has changed.</source>
        <translation>画像が実行開始時のものと違います。内容が変わっています。</translation>
    </message>
    <message>
        <source>The graph&apos;s file &apos;%1&apos; is missing.</source>
        <translation>グラフのファイル「%1」がありません。</translation>
    </message>
    <message>
        <source>The disk is full; make room. Preferences, Paths, can clear the compile cache.</source>
        <translation>ディスクがいっぱいです。空きを作ってください。コンパイルキャッシュは「設定」の「パス」で消去できます。</translation>
    </message>
    <message>
        <source>A file of the cache could not be written.</source>
        <translation>キャッシュのファイルに書き込めません。</translation>
    </message>
    <message>
        <source>Something unexpected happened; the log says more.</source>
        <translation>予期しない問題が発生しました。詳しくはログを見てください。</translation>
    </message>
    <message>
        <source>The graph holds &apos;%1&apos;, which the C++ engine cannot execute.</source>
        <translation>グラフに含まれる「%1」を C++ エンジンは実行できません。</translation>
    </message>
    <message>
        <source>The model &apos;%1&apos; is not in the Hugging Face cache; allow its download, or fetch it with &apos;hf download %1&apos;.</source>
        <translation>モデル「%1」は Hugging Face のキャッシュにありません。ダウンロードを許可するか、&apos;hf download %1&apos; で取得してください。</translation>
    </message>
    <message>
        <source>The model returns &apos;%1&apos;, which is no tensor; a tensor, or a tuple, list or dict of tensors can be measured.</source>
        <translation>モデルの出力「%1」はテンソルではありません。測定できるのは、テンソル、またはテンソルのタプル、リスト、辞書を返すモデルです。</translation>
    </message>
    <message>
        <source>No working C++ compiler was found; install g++ to compile models.</source>
        <translation>使える C++ コンパイラーがありません。モデルをコンパイルするには g++ をインストールしてください。</translation>
    </message>
    <message>
        <source>Inductor could not compile the graph.</source>
        <translation>Inductor がグラフをコンパイルできませんでした。</translation>
    </message>
    <message>
        <source>For &apos;%1&apos; the C++ engine captures the CUDA graph itself.</source>
        <translation>「%1」では C++ エンジン自身が CUDA グラフを取得します。</translation>
    </message>
    <message>
        <source>torch finds no device &apos;%1&apos;.</source>
        <translation>torch がデバイス「%1」を見つけられません。</translation>
    </message>
    <message>
        <source>The data type %1 is not supported for this model on this device.</source>
        <translation>このデバイスではこのモデルのデータ型 %1 に対応していません。</translation>
    </message>
    <message>
        <source>The Python environment lacks the package &apos;%1&apos;; install it there with pip.</source>
        <translation>Python 環境にパッケージ「%1」がありません。pip でその環境にインストールしてください。</translation>
    </message>
    <message>
        <source>This environment&apos;s Transformers has no fused attention (SDPA) for the model, which the C++ engine uses: Python and C++ differ in that too.</source>
        <translation>この環境の Transformers には、C++ エンジンが使う融合アテンション (SDPA) がこのモデル用にありません。Python と C++ はその点でも異なります。</translation>
    </message>
    <message>
        <source>torch %1 is too old; %2 or later is needed.</source>
        <translation>torch %1 は古すぎます。%2 以降が必要です。</translation>
    </message>
    <message>
        <source>The runner did not understand its job.</source>
        <translation>ランナーが作業内容を理解できませんでした。</translation>
    </message>
    <message>
        <source>The compile mode %1 needs a CUDA device.</source>
        <translation>コンパイルモード %1 には CUDA デバイスが必要です。</translation>
    </message>
    <message>
        <source>Weights can be frozen only into compiled code.</source>
        <translation>重みを固定化できるのはコンパイル済みコードだけです。</translation>
    </message>
    <message>
        <source>Python variants need a process of their own and cannot be measured in this one.</source>
        <translation>Python の実行方式には専用のプロセスが必要で、このプロセスの中では測定できません。</translation>
    </message>
    <message>
        <source>The prepared file &apos;%1&apos; is missing.</source>
        <translation>準備されたファイル「%1」がありません。</translation>
    </message>
    <message>
        <source>The weights&apos; file &apos;%1&apos; is damaged.</source>
        <translation>重みのファイル「%1」が壊れています。</translation>
    </message>
    <message>
        <source>The graph is damaged: %1.</source>
        <translation>グラフが壊れています: %1。</translation>
    </message>
    <message>
        <source>The compiled package is damaged: %1.</source>
        <translation>コンパイル済みパッケージが壊れています: %1。</translation>
    </message>
    <message>
        <source>The graph holds the operator %1, which this torch does not have.</source>
        <translation>グラフに含まれる演算子 %1 がこの torch にはありません。</translation>
    </message>
    <message>
        <source>The operator %1 of this torch does not take the argument &apos;%2&apos; as the graph gives it.</source>
        <translation>この torch の演算子 %1 は、グラフにある形の引数「%2」を受け付けません。</translation>
    </message>
    <message>
        <source>The tensor &apos;%1&apos; is not among the weights.</source>
        <translation>テンソル「%1」が重みの中にありません。</translation>
    </message>
    <message>
        <source>The tensor &apos;%1&apos; has another shape or data type than the program expects.</source>
        <translation>テンソル「%1」の形状またはデータ型がプログラムの期待と違います。</translation>
    </message>
    <message>
        <source>The compiled package was made for another machine: %1 is %2 in it and %3 here.</source>
        <translation>コンパイル済みパッケージは別のマシン用です。%1 がパッケージでは %2、ここでは %3 です。</translation>
    </message>
    <message>
        <source>The program could not be loaded.</source>
        <translation>プログラムを読み込めませんでした。</translation>
    </message>
    <message>
        <source>There is no device %1.</source>
        <translation>デバイス %1 がありません。</translation>
    </message>
    <message>
        <source>The engine was built without CUDA.</source>
        <translation>エンジンが CUDA なしでビルドされています。</translation>
    </message>
    <message>
        <source>There was not enough memory.</source>
        <translation>メモリが足りませんでした。</translation>
    </message>
    <message>
        <source>The device ran out of memory.</source>
        <translation>デバイスのメモリが不足しました。</translation>
    </message>
    <message>
        <source>The device reported an error and cannot go on.</source>
        <translation>デバイスがエラーを報告し、続行できません。</translation>
    </message>
    <message>
        <source>An inference failed.</source>
        <translation>推論に失敗しました。</translation>
    </message>
    <message>
        <source>The CUDA graph could not be captured.</source>
        <translation>CUDA グラフを取得できませんでした。</translation>
    </message>
    <message>
        <source>The Python process ended in the middle (%1).</source>
        <translation>Python のプロセスが途中で終了しました（%1）。</translation>
    </message>
    <message>
        <source>The Python process answered in an unexpected way.</source>
        <translation>Python のプロセスから予期しない応答がありました。</translation>
    </message>
    <message>
        <source>There are %1 outputs instead of %2.</source>
        <translation>出力が %2 個ではなく %1 個あります。</translation>
    </message>
    <message>
        <source>Output %1 has another shape than the reference.</source>
        <translation>出力 %1 の形状が参照と違います。</translation>
    </message>
    <message>
        <source>Output %1 has another data type than the reference.</source>
        <translation>出力 %1 のデータ型が参照と違います。</translation>
    </message>
    <message>
        <source>Output %1 differs from the reference by %2; the tolerance is %3.</source>
        <translation>出力 %1 と参照との差が %2 です。許容値は %3 です。</translation>
    </message>
    <message>
        <source>Output %1 holds infinite or undefined values that the reference does not have.</source>
        <translation>出力 %1 に、参照にはない無限大または未定義の値があります。</translation>
    </message>
    <message>
        <source>All values of reference output %1 are equal, so that nothing can be checked against it.</source>
        <translation>参照出力 %1 の値がすべて同じで、検証に使えません。</translation>
    </message>
    <message>
        <source>The program changed its weights or inputs, which no inference may.</source>
        <translation>プログラムが重みまたは入力を変更しました。推論ではあってはならないことです。</translation>
    </message>
    <message>
        <source>%2 threads are in use instead of %1; look for a limit of processors (affinity, control group), and measure again.</source>
        <translation>%1 ではなく %2 スレッドが使われています。プロセッサの制限（アフィニティ、コントロールグループ）を確かめて、もう一度測定してください。</translation>
    </message>
    <message>
        <source>The engine was built without optimisation; durations are not what users would see. Build it with the preset release.</source>
        <translation>エンジンが最適化なしでビルドされています。実際の推論時間とは異なります。プリセット release でビルドしてください。</translation>
    </message>
    <message>
        <source>The engine was built with sanitizers (%1); durations are not what users would see. Build it with the preset release.</source>
        <translation>エンジンがサニタイザー（%1）付きでビルドされています。実際の推論時間とは異なります。プリセット release でビルドしてください。</translation>
    </message>
    <message>
        <source>The graph writes into its weights or inputs, so each inference works on copies.</source>
        <translation>グラフが重みまたは入力に書き込むため、推論のたびに複製を使います。</translation>
    </message>
    <message>
        <source>The peak of memory could not be measured.</source>
        <translation>ピークメモリ使用量を測定できませんでした。</translation>
    </message>
    <message>
        <source>An improvement of %1% is shown by %3 rounds (p = %2).</source>
        <translation>%3 ラウンドにより %1% の短縮が示されました（p = %2）。</translation>
    </message>
    <message>
        <source>With 99% confidence the improvement lies between %1% and %2%, that is within ±%3%.</source>
        <translation>99% の信頼度で短縮率は %1% から %2% の間、つまり ±%3% 以内です。</translation>
    </message>
    <message>
        <source>A verdict needs %2 rounds; there are %1.</source>
        <translation>判定には %2 ラウンド必要ですが、%1 ラウンドしかありません。</translation>
    </message>
    <message>
        <source>The improvement of %1% is smaller than the %2% that count as one.</source>
        <translation>短縮率 %1% は、差とみなす %2% に届きません。</translation>
    </message>
    <message>
        <source>The variants were measured one after the other, so that an improvement of %1% may be drift; %2% would count.</source>
        <translation>実行方式を順番に測定したため、%1% の短縮は変動かもしれません。%2% あれば差とみなします。</translation>
    </message>
    <message>
        <source>The mean (improvement %1%) and the ranks of the rounds (p = %2) point in opposite directions.</source>
        <translation>平均（短縮率 %1%）とラウンドの順位（p = %2）の向きが逆です。</translation>
    </message>
    <message>
        <source>The difference may be chance: p = %1, and %2 is needed.</source>
        <translation>差は偶然かもしれません。p = %1 ですが、%2 が必要です。</translation>
    </message>
    <message>
        <source>With 99% confidence the improvement lies between %1% and %2%, which is too wide to call the variants the same (±%3%).</source>
        <translation>99% の信頼度で短縮率は %1% から %2% の間で、差なし（±%3%）と言うには広すぎます。</translation>
    </message>
    <message>
        <source>There are no rounds that both variants have.</source>
        <translation>両方の実行方式に共通するラウンドがありません。</translation>
    </message>
    <message>
        <source>Some durations are no valid numbers, so nothing is concluded from them.</source>
        <translation>正しい数値でない推論時間があるため、結論は出しません。</translation>
    </message>
    <message>
        <source>The durations vary: their standard deviation is %1% of the mean (limit %2%); close other programs, or measure longer (Time limit per variant).</source>
        <translation>推論時間がばらついています。標準偏差が平均の %1% です（目安 %2%）。ほかのプログラムを終了するか、測定時間を延ばしてください（「実行方式あたりの制限時間」）。</translation>
    </message>
    <message>
        <source>Noisy: the middle half of the durations spans %1% of the median (limit %2%); close other programs, or measure longer (Time limit per variant).</source>
        <translation>ばらつきが大きい結果です。中央の半数が中央値の %1% の幅にわたります（目安 %2%）。ほかのプログラムを終了するか、測定時間を延ばしてください（「実行方式あたりの制限時間」）。</translation>
    </message>
    <message>
        <source>Unreliable: the middle half of the durations spans %1% of the median (limit %2%); find what disturbs the machine and measure again.</source>
        <translation>信頼できない結果です。中央の半数が中央値の %1% の幅にわたります（目安 %2%）。マシンを乱している原因を取り除いて、もう一度測定してください。</translation>
    </message>
    <message>
        <source>The durations drifted by %1% over the measurement (p = %2); measure again, with pauses if the machine grows warm (Cooldown between models).</source>
        <translation>測定中に推論時間が %1% 変動しました（p = %2）。もう一度測定してください。マシンが熱くなる場合は休止を入れてください（「モデル間のクールダウン」）。</translation>
    </message>
    <message>
        <source>The durations fall into two groups, around %1 s and %2 s; %3% are in the slower one. Close other programs or bind the run to fixed processors (taskset), and measure again.</source>
        <translation>推論時間が %1 s 付近と %2 s 付近の 2 群に分かれ、遅い群が %3% を占めます。ほかのプログラムを終了するか、実行を特定のプロセッサに固定して（taskset）、もう一度測定してください。</translation>
    </message>
    <message>
        <source>Only %1 of %2 inferences were timed.</source>
        <translation>%2 回のうち %1 回の推論しか測定していません。</translation>
    </message>
    <message>
        <source>Only %1 of %2 rounds were measured.</source>
        <translation>%2 ラウンドのうち %1 ラウンドしか測定していません。</translation>
    </message>
    <message>
        <source>Only %1 s of %2 s were timed.</source>
        <translation>%2 s のうち %1 s しか測定していません。</translation>
    </message>
    <message>
        <source>The result is known within ±%1%, not within ±%2%.</source>
        <translation>結果の精度は ±%1% で、±%2% に届いていません。</translation>
    </message>
    <message>
        <source>The durations were still changing when the warm-up ended after %1 inferences and %2 s.</source>
        <translation>%1 回、%2 s のウォームアップ後も推論時間がまだ変化していました。</translation>
    </message>
    <message>
        <source>The machine slept for %1 s, so nothing is concluded from the measurement; resuming the run measures it again.</source>
        <translation>マシンが %1 s スリープしたため、測定から結論は出しません。実行を再開すると、もう一度測定します。</translation>
    </message>
    <message>
        <source>%1 on %2: %3 times as fast as no compile (geometric mean; rows: %4).</source>
        <translation>%2 の %1: コンパイルなしの %3 倍の速さです（%4 行の幾何平均）。</translation>
    </message>
    <message>
        <source>%1 on %2: no figure, because no row can be counted (rows: %3).</source>
        <translation>%2 の %1: 数えられる行がないため、値を出しません（%3 行中 0 行）。</translation>
    </message>
    <message>
        <source>Best: %1, batch %2, %3: %4 times as fast.</source>
        <translation>最良: %1、バッチ %2、%3: %4 倍の速さです。</translation>
    </message>
    <message>
        <source>Worst: %1, batch %2, %3: %4 times as fast.</source>
        <translation>最悪: %1、バッチ %2、%3: %4 倍の速さです。</translation>
    </message>
    <message>
        <source>Compiling took %1 s, all of it in this run.</source>
        <translation>コンパイル時間は合計 %1 s で、すべてこの実行でかかりました。</translation>
    </message>
    <message>
        <source>Compiling took %1 s in all; %2 s of it in this run, the rest came from the cache.</source>
        <translation>コンパイル時間は合計 %1 s です。うち %2 s はこの実行でかかり、残りはキャッシュにあった結果のコンパイル時間です。</translation>
    </message>
    <message>
        <source>Not counted: %1 rows of %2 (%3).</source>
        <translation>除外: %2 の %1 行（%3）。</translation>
    </message>
    <message>
        <source>Not counted: %1, batch %2, %3 was not measured (%4).</source>
        <translation>除外: %1、バッチ %2、%3 は測定していません（%4）。</translation>
    </message>
    <message>
        <source>Not counted: the outputs of %1, batch %2, %3 were wrong.</source>
        <translation>除外: %1、バッチ %2、%3 の出力が一致しません。</translation>
    </message>
    <message>
        <source>Not counted: the outputs of %1, batch %2, %3 were not checked.</source>
        <translation>除外: %1、バッチ %2、%3 の出力を検証していません。</translation>
    </message>
    <message>
        <source>Not counted: %1, batch %2, %3 has no row without compiling beside it.</source>
        <translation>除外: %1、バッチ %2、%3 には比較するコンパイルなしの行がありません。</translation>
    </message>
    <message>
        <source>Not counted: for %1, batch %2, %3 the row without compiling was not measured (%4).</source>
        <translation>除外: %1、バッチ %2、%3 に対するコンパイルなしの行を測定していません（%4）。</translation>
    </message>
    <message>
        <source>Not counted: for %1, batch %2, %3 the outputs of the row without compiling were not found right.</source>
        <translation>除外: %1、バッチ %2、%3 に対するコンパイルなしの行の出力が正しいと確認できません。</translation>
    </message>
    <message>
        <source>Not counted: %1, batch %2, %3 has no speed-up.</source>
        <translation>除外: %1、バッチ %2、%3 には高速化率がありません。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3: from %4 ms (Python, no compile) to %5 ms; %6 ms of that by leaving Python, %7 ms by compiling.</source>
        <translation>%1、バッチ %2、%3: %4 ms（Python、コンパイルなし）から %5 ms へ。うち %6 ms は Python を使わないことによる分、%7 ms はコンパイルした分です。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3: from %4 ms (contiguous, no compile) to %5 ms; %6 ms of that by the channels-last layout, %7 ms by compiling.</source>
        <translation>%1、バッチ %2、%3: %4 ms（contiguous、コンパイルなし）から %5 ms へ。うち %6 ms は channels-last レイアウトにした分、%7 ms はコンパイルした分です。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3: compiled %4 times, the means lie between %5 and %6 ms (%7% apart).</source>
        <translation>%1、バッチ %2、%3: %4 回コンパイルし直して測定した平均推論時間は %5～%6 ms の範囲です（差 %7%）。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3: in %4 processes, the means lie between %5 and %6 ms (%7% apart).</source>
        <translation>%1、バッチ %2、%3: %4 個のプロセスでの平均時間は %5～%6 ms の範囲です（差 %7%）。</translation>
    </message>
    <message>
        <source>%1: compile (%2) and use batch %3: %4 ms become %5 ms per inference.</source>
        <translation>%1: コンパイルし（%2）、バッチ %3 を使います。1 回の推論が %4 ms から %5 ms になります。</translation>
    </message>
    <message>
        <source>%1: compile (%2) and use batch %3: %4 ms become %5 ms per inference. It pays back after %6 inferences.</source>
        <translation>%1: コンパイルし（%2）、バッチ %3 を使います。1 回の推論が %4 ms から %5 ms になり、%6 回の推論で元が取れます。</translation>
    </message>
    <message>
        <source>%1: do not compile, and use batch %2: %3 ms per inference.</source>
        <translation>%1: コンパイルせず、バッチ %2 を使います。1 回の推論は %3 ms です。</translation>
    </message>
    <message>
        <source>%1: unclear at batch %2; measure longer.</source>
        <translation>%1: バッチ %2 では判定不能です。測定時間を延ばしてください。</translation>
    </message>
    <message>
        <source>%1: nothing that was measured keeps the limits.</source>
        <translation>%1: 制限を満たす測定結果がありません。</translation>
    </message>
    <message>
        <source>%1: unclear, because %2 was not measured without compiling.</source>
        <translation>%1: %2 をコンパイルなしで測定していないため、判定不能です。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3 cannot be used: it was not measured (%4).</source>
        <translation>%1、バッチ %2、%3 は使えません。測定していません（%4）。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3 is left out: its outputs were not found right.</source>
        <translation>%1、バッチ %2、%3 は除外します。出力が正しいと確認できません。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3 is left out: its duration has no interval.</source>
        <translation>%1、バッチ %2、%3 は除外します。推論時間に信頼区間がありません。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3 takes up to %4 ms, above the limit of %5 ms.</source>
        <translation>%1、バッチ %2、%3 は最大 %4 ms かかり、制限の %5 ms を超えます。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3 is left out: its peak of memory is not known.</source>
        <translation>%1、バッチ %2、%3 は除外します。ピークメモリ使用量が不明です。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3 needs %4 of memory, above the limit of %5.</source>
        <translation>%1、バッチ %2、%3 はメモリを %4 使い、制限の %5 を超えます。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3 is shown to be as fast as no compile.</source>
        <translation>%1、バッチ %2、%3 はコンパイルなしと同じ速さであることが示されました。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3 is slower than no compile.</source>
        <translation>%1、バッチ %2、%3 はコンパイルなしより低速です。</translation>
    </message>
    <message>
        <source>Whether %1, batch %2, %3 is faster than no compile is not clear.</source>
        <translation>%1、バッチ %2、%3 がコンパイルなしより高速かどうかは判定不能です。</translation>
    </message>
    <message>
        <source>What starting with %1, batch %2, %3 costs is not known.</source>
        <translation>%1、バッチ %2、%3 の開始にかかる時間が不明です。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3 is faster but pays back after %4 inferences only; a process runs %5.</source>
        <translation>%1、バッチ %2、%3 は高速ですが、元が取れるのは %4 回の推論後です。1 プロセスの推論は %5 回です。</translation>
    </message>
    <message>
        <source>Whether %1, batch %2, %3 pays back is not clear: after %4 inferences; a process runs %5.</source>
        <translation>%1、バッチ %2、%3 の元が取れるかどうかは判定不能です（%4 回の推論後。1 プロセスの推論は %5 回）。</translation>
    </message>
    <message>
        <source>%1, batch %2 was measured as %3 only.</source>
        <translation>%1、バッチ %2 は %3 でしか測定していません。</translation>
    </message>
    <message>
        <source>%1, %2 on %3: batch %6 (%7 ms) is faster than batch %4 (%5 ms), although it is more work.</source>
        <translation>%3 の %1、%2: 処理量が多いはずのバッチ %6（%7 ms）がバッチ %4（%5 ms）より高速です。</translation>
    </message>
    <message>
        <source>%1, %2 on %3: from batch %4 (%5 ms) to batch %6 (%7 ms) the time grows by a factor of %8, more than the batch (%9).</source>
        <translation>%3 の %1、%2: バッチ %4（%5 ms）からバッチ %6（%7 ms）で時間が %8 倍になり、バッチの倍率（%9）を超えます。</translation>
    </message>
    <message>
        <source>%1 on %2, batch %3 and %4 on %5, batch %6 have identical figures (%7: %8 ms).</source>
        <translation>%2 の %1 バッチ %3 と %5 の %4 バッチ %6 の値が同じです（%7: %8 ms）。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3 on %4 ran out of memory, while the larger %5, batch %6, fitted.</source>
        <translation>%4 の %1、バッチ %2、%3 はメモリ不足になりましたが、より大きい %5、バッチ %6 は収まりました。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3: %4 (%5 ms) is ahead of %6 (%7 ms), which is faster in %8 of %9 rows.</source>
        <translation>%1、バッチ %2、%3: %4（%5 ms）が、%9 行中 %8 行でより高速な %6（%7 ms）を上回っています。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3 on %4: an improvement of %5% (%6 ms to %7 ms) is more than compiling can be expected to bring.</source>
        <translation>%4 の %1、バッチ %2、%3: %5% の短縮（%6 ms から %7 ms）は、コンパイルで期待できる範囲を超えています。</translation>
    </message>
    <message>
        <source>Only the mean is known, so nothing can be said about its certainty.</source>
        <translation>平均値しか分からないため、確かさについては何も言えません。</translation>
    </message>
    <message>
        <source>Measured with Python&apos;s torch.compile: comparable with Python rows only.</source>
        <translation>Python の torch.compile による測定です。比較できるのは Python の行だけです。</translation>
    </message>
    <message>
        <source>The published table says OOM.</source>
        <translation>公表された表では OOM です。</translation>
    </message>
    <message>
        <source>%1: not published; the guide&apos;s text says that it ran out of memory.</source>
        <translation>%1: 値は公表されていません。ガイドの本文によると、メモリ不足になりました。</translation>
    </message>
    <message>
        <source>%1: published as &quot;unbatched&quot; and shown as batch 1.</source>
        <translation>%1: 「unbatched」（バッチなし）として公表された値を、バッチ 1 として表示しています。</translation>
    </message>
    <message>
        <source>%1: the guide&apos;s link does not say which checkpoint this is.</source>
        <translation>%1: どのチェックポイントか、ガイドのリンクからは分かりません。</translation>
    </message>
    <message>
        <source>%1: the guide names this checkpoint in its sample code only.</source>
        <translation>%1: このチェックポイントはガイドのサンプルコードにだけ出てきます。</translation>
    </message>
    <message>
        <source>Different engine: the published figure is Python&apos;s, this row is C++.</source>
        <translation>エンジンが異なります。公表された値は Python、この行は C++ です。</translation>
    </message>
    <message>
        <source>Imported from %1.</source>
        <translation>%1 から取り込みました。</translation>
    </message>
    <message>
        <source>Inferometer did not check the outputs of imported rows.</source>
        <translation>取り込んだ行の出力は Inferometer では検証していません。</translation>
    </message>
    <message>
        <source>Rows left out: %1; the first one, in line %2: %3</source>
        <translation>%1 行を除外しました。最初の行（%2 行目）: %3</translation>
    </message>
    <message>
        <source>The file holds one way to execute; there is nothing to compare it with.</source>
        <translation>ファイルにある実行方式は 1 つだけで、比較する相手がありません。</translation>
    </message>
    <message>
        <source>The duration changed by %1%, beyond the noise of both runs.</source>
        <translation>両方の実行結果のノイズを超えて、推論時間が %1% 変わりました。</translation>
    </message>
    <message>
        <source>With 99% confidence the change lies between %1% and %2%, that is within ±%3%.</source>
        <translation>99% の信頼度で変化は %1% から %2% の間、つまり ±%3% 以内です。</translation>
    </message>
    <message>
        <source>The change of %1% is smaller than the %2% from which two runs are told apart: their rounds were not taken together.</source>
        <translation>%1% の変化は、2 つの実行結果を区別できる %2% に届きません。ラウンドを同時に測定していないためです。</translation>
    </message>
    <message>
        <source>The means differ by %1%, but the middle halves of the rounds overlap.</source>
        <translation>平均は %1% 違いますが、ラウンドの中央の半数が重なっています。</translation>
    </message>
    <message>
        <source>With 99% confidence the change lies between %1% and %2%, which is too wide to call the runs the same (±%3%).</source>
        <translation>99% の信頼度で変化は %1% から %2% の間で、差なし（±%3%）と言うには広すぎます。</translation>
    </message>
    <message>
        <source>A verdict needs %3 rounds in both runs; there are %1 and %2.</source>
        <translation>判定には両方の実行結果で %3 ラウンド必要ですが、%1 ラウンドと %2 ラウンドしかありません。</translation>
    </message>
    <message>
        <source>These are the same samples.</source>
        <translation>同じサンプルです。</translation>
    </message>
    <message>
        <source>One of the runs does not have this row.</source>
        <translation>一方の実行結果にこの行がありません。</translation>
    </message>
    <message>
        <source>Not compared: what %1 measured on %2; the base has no such device.</source>
        <translation>比較していません: %1 が %2 で測定した行。基準にはこのデバイスがありません。</translation>
    </message>
    <message>
        <source>Not compared: rows of %1 that repeat others in a process of their own (%2).</source>
        <translation>比較していません: %1 の %2 行。ほかの行を別のプロセスで繰り返したものです。</translation>
    </message>
    <message>
        <source>One of the runs has no time for it (%1).</source>
        <translation>一方の実行結果に時間がありません（%1）。</translation>
    </message>
    <message>
        <source>The outputs of one of them were wrong, so the times are not compared.</source>
        <translation>一方の出力が一致しないため、時間を比較しません。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3 became slower by %4%, above the limit of %5%.</source>
        <translation>%1、バッチ %2、%3 が %4% 低速になり、制限の %5% を超えました。</translation>
    </message>
    <message>
        <source>%1, batch %2, %3 was measured before and is not any more (%4).</source>
        <translation>%1、バッチ %2、%3 は以前測定されましたが、今回は測定されていません（%4）。</translation>
    </message>
    <message>
        <source>%1, %2 on %3: compiling pays at every batch from %4 to %5.</source>
        <translation>%3 の %1、%2: バッチ %4 から %5 まで、すべてでコンパイルの効果があります。</translation>
    </message>
    <message>
        <source>%1, %2 on %3: compiling pays up to batch %4 and not at batch %5.</source>
        <translation>%3 の %1、%2: コンパイルの効果はバッチ %4 までで、バッチ %5 ではありません。</translation>
    </message>
    <message>
        <source>%1, %2 on %3: compiling does not pay up to batch %4 and does at batch %5.</source>
        <translation>%3 の %1、%2: コンパイルの効果はバッチ %4 まではなく、バッチ %5 ではあります。</translation>
    </message>
    <message>
        <source>%1, %2 on %3: compiling pays at no batch from %4 to %5.</source>
        <translation>%3 の %1、%2: バッチ %4 から %5 まで、コンパイルの効果はありません。</translation>
    </message>
    <message>
        <source>%1, %2 on %3: where compiling pays between batch %4 and %5 is not clear.</source>
        <translation>%3 の %1、%2: バッチ %4 から %5 の間のどこで効果があるかは判定不能です。</translation>
    </message>
    <message>
        <source>%1, %2 on %3: published means improve by %5% at batch %4 and by %7% at batch %6.</source>
        <translation>%3 の %1、%2: 公表された平均による短縮率は、バッチ %4 で %5%、バッチ %6 で %7% です。</translation>
    </message>
    <message>
        <source>Inference with and without compiling: %1</source>
        <translation>コンパイルあり・なしの推論: %1</translation>
    </message>
    <message>
        <source>Measured by Inferometer on %1 with torch %3 on: %2. This page follows the Hugging Face guide &quot;Optimize inference using torch.compile()&quot; and puts the figures of this machine in its place.</source>
        <translation>%1 に Inferometer が torch %3 を使って次のデバイスで測定しました: %2。このページは Hugging Face のガイド &quot;Optimize inference using torch.compile()&quot; にならい、このマシンの値に置き換えたものです。</translation>
    </message>
    <message>
        <source>SAMPLE: this run comes with Inferometer and was not made on your machine.</source>
        <translation>サンプル: この実行結果は Inferometer に付属するもので、お使いのマシンでの結果ではありません。</translation>
    </message>
    <message>
        <source>Below are the mean durations of one inference in milliseconds for each model, without and with compiling.</source>
        <translation>以下は、各モデルの 1 回の推論の平均時間（ミリ秒）です。コンパイルなしとコンパイルありを示します。</translation>
    </message>
    <message>
        <source>Improvement is the share of time saved, with its 95% interval. A verdict is given only where the samples show it; break-even is the number of inferences after which compiling has paid for itself, and with a warm cache, where nothing is compiled, that after which a longer start has.</source>
        <translation>短縮率は短縮された時間の割合で、95% 信頼区間を付けています。判定は、サンプルから言える場合にだけ示します。損益分岐回数は、コンパイル時間の元が取れる推論の回数です。キャッシュありの場合はコンパイルが不要なので、起動が長くなる分の元が取れる回数です。</translation>
    </message>
    <message>
        <source>The guide: Hugging Face, Transformers documentation, &quot;Optimize inference using torch.compile()&quot;, 2023.</source>
        <translation>ガイド: Hugging Face、Transformers ドキュメント &quot;Optimize inference using torch.compile()&quot;、2023 年。</translation>
    </message>
    <message>
        <source>Benefits of compiling</source>
        <translation>コンパイルの効果</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>推奨事項</translation>
    </message>
    <message>
        <source>How it was measured</source>
        <translation>測定方法</translation>
    </message>
    <message>
        <source>Inference durations</source>
        <translation>推論時間</translation>
    </message>
    <message>
        <source>%1 (batch size: %2), %3</source>
        <translation>%1（バッチサイズ: %2）、%3</translation>
    </message>
    <message>
        <source>Compile mode: %1</source>
        <translation>コンパイルモード: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>What the figures are worth</source>
        <translation>値の確かさ</translation>
    </message>
    <message>
        <source>What each step saves</source>
        <translation>段階ごとの短縮分</translation>
    </message>
    <message>
        <source>Where compiling pays</source>
        <translation>コンパイルの効果がある範囲</translation>
    </message>
    <message>
        <source>Worth a second look</source>
        <translation>確認が必要な点</translation>
    </message>
    <message>
        <source>The guide&apos;s claims on this machine</source>
        <translation>ガイドの主張とこのマシンの結果</translation>
    </message>
    <message>
        <source>The guide&apos;s torch %1, mode %2</source>
        <translation>ガイドの torch %1、%2 モード</translation>
    </message>
    <message>
        <source>Of torch.compile(), as the guide measured it: Python</source>
        <translation>ガイドが測定した torch.compile() について: Python</translation>
    </message>
    <message>
        <source>The same asked of C++ compiled by AOTInductor, a different engine</source>
        <translation>同じ主張を、AOTInductor でコンパイルした C++（異なるエンジン）で確かめた結果</translation>
    </message>
    <message>
        <source>The guide speaks of torch.compile(). This run has no compiled rows of Python, so it cannot test what the guide says.</source>
        <translation>ガイドの主張は torch.compile() についてのものです。この実行結果には Python でコンパイルした行がないため、ガイドの主張は検証できません。</translation>
    </message>
    <message>
        <source>Differences from the guide&apos;s method</source>
        <translation>ガイドの方法との違い</translation>
    </message>
    <message>
        <source>%1 (%2 in the tables)</source>
        <translation>%1（表では %2）</translation>
    </message>
    <message>
        <source>Image Classification/%1</source>
        <translation>画像分類/%1</translation>
    </message>
    <message>
        <source>Image Segmentation/%1</source>
        <translation>画像セグメンテーション/%1</translation>
    </message>
    <message>
        <source>Object Detection/%1</source>
        <translation>物体検出/%1</translation>
    </message>
    <message>
        <source>Device: %1; compiled: %2; torch %3; type: %4; weights: %5; image: %6; threads: %7; attention: %8; allocator: %9. Mean durations in ms.</source>
        <translation>デバイス: %1、コンパイル: %2、torch %3、データ型: %4、重み: %5、画像: %6、スレッド数: %7、アテンション: %8、アロケーター: %9。平均推論時間（ms）。</translation>
    </message>
    <message>
        <source>Task/Model</source>
        <translation>タスク/モデル</translation>
    </message>
    <message>
        <source>Batch Size</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>torch %1 - 
no compile</source>
        <translation>torch %1 - 
コンパイルなし</translation>
    </message>
    <message>
        <source>torch %1 - 
compile</source>
        <translation>torch %1 - 
コンパイルあり</translation>
    </message>
    <message>
        <source>Compiled</source>
        <translation>コンパイルあり</translation>
    </message>
    <message>
        <source>Improvement (%)</source>
        <translation>短縮率（%）</translation>
    </message>
    <message>
        <source>Break-even (inferences)</source>
        <translation>損益分岐回数（推論）</translation>
    </message>
    <message>
        <source>Break-even with a warm cache (inferences)</source>
        <translation>キャッシュありの損益分岐回数（推論）</translation>
    </message>
    <message>
        <source>The guide says</source>
        <translation>ガイドの主張</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>このマシン</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Unbatched</source>
        <translation>バッチなし</translation>
    </message>
    <message>
        <source>%1 (wrong output)</source>
        <translation>%1（出力不一致）</translation>
    </message>
    <message>
        <source>OOM</source>
        <translation>OOM</translation>
    </message>
    <message>
        <source>faster</source>
        <translation>高速化</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>低速化</translation>
    </message>
    <message>
        <source>same</source>
        <translation>差なし</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>判定不能</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>当てはまる</translation>
    </message>
    <message>
        <source>holds in part</source>
        <translation>一部当てはまる</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>当てはまらない</translation>
    </message>
    <message>
        <source>not clear</source>
        <translation>判定不能</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>未検証</translation>
    </message>
    <message>
        <source>C++: LibTorch executes the graph that torch.export gives, operator by operator (no compile) or compiled ahead of time by AOTInductor.</source>
        <translation>C++: torch.export が取得したグラフを LibTorch が実行します。演算子ごとに実行するか（コンパイルなし）、AOTInductor で事前にコンパイルします。</translation>
    </message>
    <message>
        <source>Python: a process of its own executes the Transformers model, not compiled and through torch.compile(), as the guide does.</source>
        <translation>Python: 専用のプロセスが Transformers のモデルを、ガイドと同じくコンパイルなしと torch.compile() で実行します。</translation>
    </message>
    <message>
        <source>Each variant is warmed up until its durations no longer rise or fall, for %1 s at most.</source>
        <translation>各実行方式を、推論時間が安定するまで最長 %1 s ウォームアップします。</translation>
    </message>
    <message>
        <source>Each variant is warmed up with %1 inferences.</source>
        <translation>各実行方式を %1 回の推論でウォームアップします。</translation>
    </message>
    <message>
        <source>The mean of %1 inferences of the same image is taken.</source>
        <translation>同じ画像の推論 %1 回の平均を取ります。</translation>
    </message>
    <message>
        <source>The mean of at least %1 inferences and %2 s of the same image is taken, within a limit of %3 s.</source>
        <translation>同じ画像の推論 %1 回以上かつ %2 s 以上の平均を、%3 s の制限内で取ります。</translation>
    </message>
    <message>
        <source>The mean of at least %1 inferences of the same image, in %2 rounds and %3 s, is taken; measuring goes on until every speed-up is known within ±%4% or %5 s have passed.</source>
        <translation>同じ画像の推論 %1 回以上、%2 ラウンド、%3 s 以上の平均を取ります。すべての高速化率が ±%4% の精度になるか、%5 s が経つまで測定します。</translation>
    </message>
    <message>
        <source>All variants of a workload take turns in rounds, in random order, so that what disturbs the machine hits all alike.</source>
        <translation>測定対象のすべての実行方式を、ラウンドごとに無作為な順で交互に測定します。マシンの状態の変動が、すべての実行方式に等しく影響するようにするためです。</translation>
    </message>
    <message>
        <source>The variants are measured one after the other, as in the guide.</source>
        <translation>ガイドと同じく、実行方式を順番に測定します。</translation>
    </message>
    <message>
        <source>The outputs of every variant are compared with a reference before and after it is timed; wrong ones are never an improvement.</source>
        <translation>測定の前後に、すべての実行方式の出力を参照出力と比較します。出力が一致しない実行方式は、短縮とはみなしません。</translation>
    </message>
    <message>
        <source>A verdict is drawn from a signed-rank test over at least %1 rounds at %2% and an improvement of at least %3%.</source>
        <translation>判定には、%1 ラウンド以上の符号付き順位検定で有意（有意水準 %2%）であり、かつ %3% 以上の差があることが必要です。</translation>
    </message>
    <message>
        <source>C++ rows are compiled by AOTInductor and not by Python&apos;s torch.compile(); only Python rows are comparable with the guide&apos;s.</source>
        <translation>C++ の行は Python の torch.compile() ではなく AOTInductor でコンパイルしています。ガイドと比較できるのは Python の行だけです。</translation>
    </message>
    <message>
        <source>The guide measured GPUs; here a CPU was measured (threads: %1).</source>
        <translation>ガイドは GPU を測定しました。ここでは CPU を %1 スレッドで測定しました。</translation>
    </message>
    <message>
        <source>Some rows use another data type than float32.</source>
        <translation>float32 以外のデータ型を使う行があります。</translation>
    </message>
    <message>
        <source>Weights are random where no checkpoint was at hand; the values of healthy weights change durations by a few percent at most.</source>
        <translation>チェックポイントがない場合、重みはランダムです。活性値が正常な範囲に収まる重みであれば、その値による推論時間の違いは数パーセント以内です。</translation>
    </message>
    <message>
        <source>The image is one drawn for this program instead of a photograph from COCO; the processor brings both to the same shape.</source>
        <translation>画像は COCO の写真ではなく、このプログラム用に描いたものです。画像プロセッサがどちらも同じ形状にします。</translation>
    </message>
    <message>
        <source>Variants take turns instead of being measured one after the other.</source>
        <translation>実行方式を順番にではなく、交互に測定します。</translation>
    </message>
    <message>
        <source>The number of timed inferences is not the guide&apos;s 300.</source>
        <translation>測定する推論の回数がガイドの 300 回と違います。</translation>
    </message>
    <message>
        <source>Attention uses PyTorch&apos;s fused operator where a model can; the Transformers of the guide had only the plain one for ViT and BeiT.</source>
        <translation>対応するモデルではアテンションに PyTorch の融合演算子を使います。ガイド当時の Transformers では、ViT と BeiT は通常の実装だけでした。</translation>
    </message>
    <message>
        <source>On the CPU the process keeps freed memory while it measures, so that page faults of one variant do not fall on the next.</source>
        <translation>CPU では測定中に解放したメモリを保持し、ある実行方式のページフォールトが次の実行方式に影響しないようにします。</translation>
    </message>
    <message>
        <source>Outputs are checked and intervals are given; the guide does neither.</source>
        <translation>出力を検証し、信頼区間を示します。ガイドではどちらもしていません。</translation>
    </message>
    <message>
        <source>Versions: torch %1 and Transformers %2; the guide used torch 2.0.1 and 2.1.0dev.</source>
        <translation>バージョン: torch %1、Transformers %2。ガイドは torch 2.0.1 と 2.1.0dev を使用しました。</translation>
    </message>
    <message>
        <source>torch.compile() yields up to 30% speed-up.</source>
        <translation>torch.compile() により最大 30% 高速になる。</translation>
    </message>
    <message>
        <source>The default mode is the fastest to compile.</source>
        <translation>デフォルトモードはコンパイルが最も速い。</translation>
    </message>
    <message>
        <source>max-autotune takes longest to compile.</source>
        <translation>max-autotune はコンパイルに最も時間がかかる。</translation>
    </message>
    <message>
        <source>max-autotune gives the fastest inference.</source>
        <translation>max-autotune の推論が最も速い。</translation>
    </message>
    <message>
        <source>reduce-overhead gives faster inference than the default mode.</source>
        <translation>reduce-overhead の推論はデフォルトモードより速い。</translation>
    </message>
    <message>
        <source>This run did not measure what it takes to test this.</source>
        <translation>この実行では、検証に必要な測定をしていません。</translation>
    </message>
    <message>
        <source>Largest share of time saved: %1% (%2, batch %3, %4). Of %7 rows, %5 lie above 30% with their whole interval and %6 do not exceed it; the others prove neither.</source>
        <translation>最大の短縮率: %1%（%2、バッチ %3、%4）。%7 行中、信頼区間全体が 30% を超えるのは %5 行、30% 以下なのは %6 行です。残りの行からはどちらとも言えません。</translation>
    </message>
    <message>
        <source>In %1 of %2 cases it was compiled fastest; the quickest other mode took %3 times as long on average.</source>
        <translation>%2 件中 %1 件でコンパイルが最速でした。次に速いモードは平均で %3 倍の時間がかかりました。</translation>
    </message>
    <message>
        <source>In %1 of %2 cases it took longest to compile.</source>
        <translation>%2 件中 %1 件でコンパイルに最も時間がかかりました。</translation>
    </message>
    <message>
        <source>Of %5 cases it was faster in %1, as fast in %2, slower in %3, not told apart in %4.</source>
        <translation>%5 件中、%1 件で高速、%2 件で差なし、%3 件で低速、%4 件で区別できませんでした。</translation>
    </message>
    <message>
        <source>reduce-overhead means CUDA graphs, which a CPU does not have.</source>
        <translation>reduce-overhead は CUDA グラフのことで、CPU にはありません。</translation>
    </message>
    <message>
        <source>On a CPU this is the same as max-autotune, since there are no CUDA graphs.</source>
        <translation>CPU には CUDA グラフがないため、max-autotune と同じです。</translation>
    </message>
    <message>
        <source>Batch %1 of the same model ran out of memory, so this larger one was not tried.</source>
        <translation>同じモデルのバッチ %1 がメモリ不足になったため、より大きいこのバッチは試していません。</translation>
    </message>
    <message>
        <source>The application ended %1 times while this was measured, so it was not tried again.</source>
        <translation>測定中にアプリケーションが %1 回終了したため、再び試していません。</translation>
    </message>
    <message>
        <source>The runner did not finish the phase &apos;%1&apos; within %2 s.</source>
        <translation>ランナーが段階「%1」を %2 s 以内に終えませんでした。</translation>
    </message>
    <message>
        <source>The runner was ended by %1 in the phase &apos;%2&apos;.</source>
        <translation>ランナーが段階「%2」で %1 により終了しました。</translation>
    </message>
    <message>
        <source>The runner was killed in the phase &apos;%1&apos;, perhaps for lack of memory.</source>
        <translation>ランナーが段階「%1」で強制終了しました。メモリ不足かもしれません。</translation>
    </message>
    <message>
        <source>The system killed the runner in the phase &apos;%1&apos; for lack of memory.</source>
        <translation>メモリ不足のため、システムがランナーを段階「%1」で強制終了しました。</translation>
    </message>
    <message>
        <source>The runner ended with exit code %1 in the phase &apos;%2&apos;.</source>
        <translation>ランナーが段階「%2」で終了コード %1 を返して終了しました。</translation>
    </message>
    <message>
        <source>The runner ended in the phase &apos;%1&apos; without a result.</source>
        <translation>ランナーが段階「%1」で結果を返さずに終了しました。</translation>
    </message>
    <message>
        <source>The runner sent something unexpected in the phase &apos;%1&apos;.</source>
        <translation>ランナーが段階「%1」で予期しないデータを送りました。</translation>
    </message>
    <message>
        <source>The runner could not be started.</source>
        <translation>ランナーを起動できませんでした。</translation>
    </message>
    <message>
        <source>The runner cannot be ended after the phase &apos;%1&apos;: the device does not answer.</source>
        <translation>段階「%1」の後、デバイスが応答しないためランナーを終了できません。</translation>
    </message>
    <message>
        <source>The runner&apos;s result does not hold this row.</source>
        <translation>ランナーの結果にこの行がありません。</translation>
    </message>
    <message>
        <source>The Python worker could not be started.</source>
        <translation>Python のワーカーを起動できませんでした。</translation>
    </message>
    <message>
        <source>The Python worker ended in the step &apos;%1&apos; (%2).</source>
        <translation>Python のワーカーが段階「%1」で終了しました（%2）。</translation>
    </message>
    <message>
        <source>The Python worker did not finish the step &apos;%1&apos; within %2 s.</source>
        <translation>Python のワーカーが段階「%1」を %2 s 以内に終えませんでした。</translation>
    </message>
    <message>
        <source>The Python worker needed more than the %2 of memory that it may take in the step &apos;%1&apos;; raise the limit, or free memory.</source>
        <translation>Python のワーカーが段階「%1」で、使用できるメモリ（%2）を超えました。上限を上げるか、メモリを空けてください。</translation>
    </message>
    <message>
        <source>The system killed the Python worker in the step &apos;%1&apos; for lack of memory.</source>
        <translation>段階「%1」で、メモリ不足のためシステムが Python のワーカーを強制終了しました。</translation>
    </message>
    <message>
        <source>The Python worker sent something unexpected in the step &apos;%1&apos;.</source>
        <translation>Python のワーカーが段階「%1」で予期しないデータを送りました。</translation>
    </message>
    <message>
        <source>The cache could not take or give what was prepared.</source>
        <translation>準備したものをキャッシュに入れるか、取り出すことができませんでした。</translation>
    </message>
    <message>
        <source>It ran out of memory beside the other variants and was measured alone. It did not take turns with them, so only differences of 5% and more count; a smaller batch or fewer variants may fit together.</source>
        <translation>ほかの実行方式と一緒ではメモリ不足になったため単独で測定しました。交互に測定されていないため、5% 以上の差だけを差とみなします。バッチを小さくするか実行方式を減らせば、一緒に測定できることがあります。</translation>
    </message>
    <message>
        <source>An attempt before this one broke off (%1). What it had measured is discarded; the row was measured anew.</source>
        <translation>これより前の試行が途中で終わりました（%1）。その試行の測定値は破棄し、この行は測定し直しました。</translation>
    </message>
    <message>
        <source>The machine slept for %1 s during an attempt before this one. What that had measured is discarded; the row was measured anew.</source>
        <translation>これより前の試行の途中でマシンが %1 s スリープしました。その試行の測定値は破棄し、この行は測定し直しました。</translation>
    </message>
    <message>
        <source>Measured under other conditions than the run began with: %1 was %2 and is %3; compare it with rows of the same conditions only.</source>
        <translation>実行開始時と条件が違います。%1 が %2 から %3 に変わりました。同じ条件の行とだけ比べてください。</translation>
    </message>
    <message>
        <source>The processor&apos;s governor is &apos;%1&apos;; with &apos;performance&apos; durations would be steadier (cpupower frequency-set -g performance).</source>
        <translation>プロセッサのガバナーが「%1」です。「performance」にすると推論時間が安定します（cpupower frequency-set -g performance）。</translation>
    </message>
    <message>
        <source>The machine is busy with something else: a load of %1 on %2 cores; wait until it has ended, and measure again.</source>
        <translation>マシンがほかの処理で混んでいます（%2 コアに対して負荷 %1）。終わるのを待って、もう一度測定してください。</translation>
    </message>
    <message>
        <source>This is a %1 build; durations are not what users would see. Measure with a release build.</source>
        <translation>これは %1 ビルドです。実際の推論時間とは異なります。リリースビルドで測定してください。</translation>
    </message>
    <message>
        <source>This build has sanitizers (%1); durations are not what users would see. Measure with a build without them.</source>
        <translation>このビルドにはサニタイザー（%1）が入っています。実際の推論時間とは異なります。サニタイザーのないビルドで測定してください。</translation>
    </message>
    <message>
        <source>%1 threads share %2 cores, which makes durations longer and less steady; %2 would be better.</source>
        <translation>%1 スレッドが %2 コアを共有するため、推論時間が長く不安定になります。%2 スレッドのほうが適切です。</translation>
    </message>
    <message>
        <source>The machine runs on battery; plug it in for steady durations.</source>
        <translation>バッテリーで動作しています。電源につなぐと推論時間が安定します。</translation>
    </message>
    <message>
        <source>%1 is tried once more (%2: %3).</source>
        <translation>%1 をもう一度試します（%2: %3）。</translation>
    </message>
    <message>
        <source>Waiting for disk space (%1): %2 are free, %3 are needed.</source>
        <translation>ディスクの空きを待っています（%1）。空きは %2、必要なのは %3 です。</translation>
    </message>
    <message>
        <source>Another process is making an entry of the cache (%1); waiting for it.</source>
        <translation>別のプロセスがキャッシュの項目（%1）を作成中です。終わるのを待っています。</translation>
    </message>
    <message>
        <source>An entry of the cache (%1) was damaged; it is put aside and made anew.</source>
        <translation>キャッシュの項目（%1）が壊れていたため、退避して作り直します。</translation>
    </message>
    <message>
        <source>The run began under other conditions: %1 was %2 and is %3; rows say so.</source>
        <translation>実行開始時と条件が違います。%1 が %2 から %3 に変わりました。該当する行に記録します。</translation>
    </message>
    <message>
        <source>The device %1 no longer works; what was planned for it is left out.</source>
        <translation>デバイス %1 が動作しなくなったため、予定していた測定を省きます。</translation>
    </message>
    <message>
        <source>The noise floors kept on this machine cannot be read, so rows name none.</source>
        <translation>このマシンに保存されたノイズフロアを読み込めないため、行には表示されません。</translation>
    </message>
    <message>
        <source>The noise floor was measured and could not be kept.</source>
        <translation>ノイズフロアを測定しましたが、保存できませんでした。</translation>
    </message>
    <message>
        <source>&amp;Download only</source>
        <translation>ダウンロードのみ(&amp;D)</translation>
    </message>
    <message>
        <source>Fetches the pretrained weights of the chosen models, without measuring anything</source>
        <translation>選択したモデルの事前学習済みの重みを取得します。測定は行いません</translation>
    </message>
    <message>
        <source>Save plan</source>
        <translation>測定計画を保存</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>名前を付けて保存(&amp;A)...</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the file could not be read, so nothing is written to it: %1</source>
        <translation>
            <numerusform>ファイルの %n か所を読み込めないため、このファイルには何も書き込みません: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a step and for how long it has been going on</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a model and what is done with it</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Show Sa&amp;mple</source>
        <translation>サンプルを表示(&amp;M)</translation>
    </message>
    <message>
        <source>Save &amp;Plan…</source>
        <translation>測定計画を保存(&amp;P)...</translation>
    </message>
    <message>
        <source>Try &amp;larger batches of what ran out of memory</source>
        <translation>メモリ不足になった後も、より大きいバッチを試す(&amp;L)</translation>
    </message>
    <message>
        <source> GiB</source>
        <comment>behind a number</comment>
        <translation> GiB</translation>
    </message>
    <message>
        <source>Compile cache at &amp;most</source>
        <translation>コンパイルキャッシュの上限(&amp;M)</translation>
    </message>
    <message>
        <source>Now %1; what was not used for longest goes first.</source>
        <translation>現在 %1。長く使われていないものから削除されます。</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>%1, below the noise floor of %2</source>
        <comment>a row in a sentence and a percentage</comment>
        <translation>%1、ノイズフロア %2 未満</translation>
    </message>
    <message>
        <source>Cross-hatched: below the noise floor of %1.</source>
        <translation>格子模様はノイズフロア（%1）未満です。</translation>
    </message>
    <message>
        <source>Noise floor</source>
        <translation>ノイズフロア</translation>
    </message>
    <message>
        <source>Measure &amp;noise floor</source>
        <translation>ノイズフロアを測定(&amp;N)</translation>
    </message>
    <message>
        <source>Measures identical programs against each other: charts then mark differences that say nothing. A few minutes per device.</source>
        <translation>同じプログラムどうしを測定して比べます。以後のグラフでは、意味のない差に印が付きます。デバイスごとに数分かかります。</translation>
    </message>
    <message>
        <source>Measure Noise &amp;Floor</source>
        <translation>ノイズフロアを測定(&amp;F)</translation>
    </message>
    <message>
        <source>All variants together may need %1, more than 70% of the %2 there are; each is measured alone.</source>
        <translation>すべての実行方式を合わせると %1 が必要になる可能性があり、使用できる %2 の 70% を超えるため、それぞれ単独で測定します。</translation>
    </message>
    <message>
        <source>torch.compile broke the graph (times: %1): what lies between the parts runs without being compiled. TORCH_LOGS=graph_breaks shows where.</source>
        <translation>torch.compile はモデルグラフを %1 回分割しました。分割された間の部分はコンパイルされずに実行されます。場所は TORCH_LOGS=graph_breaks で表示できます。</translation>
    </message>
    <message>
        <source>torch.compile compiled parts of the model again (times: %1); some inferences took longer by that. TORCH_LOGS=recompiles shows why.</source>
        <translation>torch.compile はモデルの一部を %1 回再コンパイルしました。その分、一部の推論に時間がかかりました。理由は TORCH_LOGS=recompiles で表示できます。</translation>
    </message>
    <message>
        <source>torch.compile gave up CUDA graphs (times: %1), so that this mode saves less than it could. TORCH_LOGS=cudagraphs shows why.</source>
        <translation>torch.compile は CUDA グラフを %1 回断念したため、このモードの短縮効果は本来より小さくなっています。理由は TORCH_LOGS=cudagraphs で表示できます。</translation>
    </message>
    <message>
        <source>Other programs used %1% of the processors while this was measured; close them and measure again.</source>
        <translation>測定中に他のプログラムがプロセッサの %1% を使用しました。それらを閉じて再度測定してください。</translation>
    </message>
    <message>
        <source>The host of this virtual machine took %1% of the processors&apos; time; measure when it is less busy.</source>
        <translation>この仮想マシンのホストがプロセッサ時間の %1% を使用しました。ホストの負荷が低いときに測定してください。</translation>
    </message>
    <message>
        <source>The processor slowed down because of heat (times: %1); let it cool down (Cooldown between models) and measure again.</source>
        <translation>プロセッサは発熱のため %1 回減速しました。冷ましてから（「モデル間のクールダウン」）再度測定してください。</translation>
    </message>
    <message>
        <source>The control group held the process back (times: %1); grant it more processors or use fewer threads.</source>
        <translation>コントロールグループによってプロセスが %1 回抑制されました。プロセッサの割り当てを増やすか、スレッド数を減らしてください。</translation>
    </message>
    <message>
        <source>The variants were measured in processes of their own, because together they might need too much memory; they did not take turns, so only differences of 5% and more count.</source>
        <translation>合わせるとメモリが不足する可能性があるため、実行方式は別々のプロセスで測定されました。交互に測定されていないため、5% 以上の差だけを差とみなします。</translation>
    </message>
    <message>
        <source>With the system&apos;s allocator each variant is measured in a process of its own; they did not take turns, so only differences of 5% and more count.</source>
        <translation>システムのアロケーターでは、各実行方式を別々のプロセスで測定します。交互に測定されていないため、5% 以上の差だけを差とみなします。</translation>
    </message>
    <message>
        <source>%1 threads share %2 cores, two of them the units of one; %2 threads would give steadier durations.</source>
        <translation>%1 個のスレッドが %2 個のコアを共有し、1 つのコアの演算器を 2 つのスレッドが使用しています。%2 個のスレッドにすると所要時間が安定します。</translation>
    </message>
    <message>
        <source>The control group grants %2 cores to %1 threads, so inferences are held back; use fewer threads.</source>
        <translation>コントロールグループは %1 個のスレッドに %2 個のコアしか割り当てていないため、推論が抑制されます。スレッド数を減らしてください。</translation>
    </message>
    <message>
        <source>The process may use %1 of %2 processors; durations are those of this share, not of the machine. Lift the limit (taskset, cpuset) to measure the whole.</source>
        <translation>このプロセスは %2 個中 %1 個のプロセッサだけを使用できます。所要時間はこの割り当てでの値であり、マシン全体の値ではありません。全体を測定するには制限を解除してください（taskset、cpuset）。</translation>
    </message>
    <message>
        <source>The processor&apos;s clock is limited to %1% of its highest one; lift the limit to see what the machine can do (cpupower frequency-set -u).</source>
        <translation>プロセッサのクロックは最高値の %1% に制限されています。マシンの本来の性能を見るには制限を解除してください (cpupower frequency-set -u)。</translation>
    </message>
    <message>
        <source>The connection to &apos;%1&apos; was lost while this was measured, or the run there was ended.</source>
        <translation>測定中に「%1」との接続が切れたか、そこでの実行が終了させられました。</translation>
    </message>
    <message>
        <source>The file or model &apos;%1&apos; is not there: a user&apos;s own files are not copied to other machines.</source>
        <translation>ファイルまたはモデル「%1」がそこにありません。利用者自身のファイルはほかのマシンにコピーされません。</translation>
    </message>
    <message>
        <source>The connection to &apos;%1&apos; was lost; it is tried again.</source>
        <translation>「%1」との接続が切れました。もう一度接続します。</translation>
    </message>
    <message>
        <source>The job on &apos;%1&apos; waits in the queue until resources are free.</source>
        <translation>「%1」のジョブは、資源が空くのをキューで待っています。</translation>
    </message>
    <message>
        <source>The job on &apos;%1&apos; waits in the queue behind jobs of higher priority.</source>
        <translation>「%1」のジョブは、優先度の高いジョブの後ろでキューに並んでいます。</translation>
    </message>
    <message>
        <source>The job on &apos;%1&apos; waits in the queue: the nodes it asks for are down, drained, reserved or do not exist.</source>
        <translation>「%1」のジョブはキューで待っています。要求したノードが停止中、ドレイン中、予約済み、または存在しません。</translation>
    </message>
    <message>
        <source>The job on &apos;%1&apos; waits in the queue: its partition is down, or does not allow what it asks for.</source>
        <translation>「%1」のジョブはキューで待っています。パーティションが停止しているか、要求した内容を許可していません。</translation>
    </message>
    <message>
        <source>The job on &apos;%1&apos; waits in the queue: a limit of the account is reached.</source>
        <translation>「%1」のジョブはキューで待っています。アカウントの上限に達しています。</translation>
    </message>
    <message>
        <source>The job on &apos;%1&apos; waits in the queue for its time or for another job.</source>
        <translation>「%1」のジョブは、開始時刻またはほかのジョブをキューで待っています。</translation>
    </message>
    <message>
        <source>The job on &apos;%1&apos; is held; &apos;scontrol release&apos; lets it go on.</source>
        <translation>「%1」のジョブは保留されています。「scontrol release」で再開できます。</translation>
    </message>
    <message>
        <source>The job on &apos;%1&apos; has its resources and starts.</source>
        <translation>「%1」のジョブは資源を得て開始します。</translation>
    </message>
    <message>
        <source>The job on &apos;%1&apos; is &apos;%2&apos; (%3).</source>
        <translation>「%1」のジョブの状態は「%2」です（%3）。</translation>
    </message>
    <message>
        <source>Machines and versions</source>
        <comment>chart</comment>
        <translation>マシンとバージョン</translation>
    </message>
    <message>
        <source>Machines and Versions: %1 with Batch Size of %2</source>
        <translation>マシンとバージョン: %1（バッチサイズ %2）</translation>
    </message>
    <message numerus="yes">
        <source>%1. %n device(s).</source>
        <translation>
            <numerusform>%1。%n 台のデバイス。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>ターゲットの追加</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Launcher</source>
        <translation>起動コマンド(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Installation there</source>
        <translation>そこでのインストール先(&amp;I)</translation>
    </message>
    <message>
        <source>Words that start a program there; none for another installation on this machine.</source>
        <translation>そこでプログラムを起動する語の並びです。このマシンの別のインストールでは空にします。</translation>
    </message>
    <message>
        <source>Never asked; its devices are not known.</source>
        <translation>まだ問い合わせていないため、デバイスは不明です。</translation>
    </message>
    <message>
        <source>no torch that can be used</source>
        <translation>使用できる torch なし</translation>
    </message>
    <message>
        <source>Other machines</source>
        <translation>ほかのマシン</translation>
    </message>
    <message>
        <source>A run can measure here and elsewhere at once: through ssh, Slurm or a container, or with another installation and another torch.</source>
        <translation>1 回の実行で、ここと別の場所を同時に測定できます。ssh、Slurm、コンテナを通すか、torch の異なる別のインストールを使います。</translation>
    </message>
    <message>
        <source>Add a &amp;target…</source>
        <translation>ターゲットを追加(&amp;T)...</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>問い合わせを中止</translation>
    </message>
    <message>
        <source>Asking %1 what it has…</source>
        <translation>%1 に問い合わせています...</translation>
    </message>
    <message>
        <source>There are none yet.</source>
        <translation>まだありません。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再問い合わせ</translation>
    </message>
    <message>
        <source>Ask %1 again</source>
        <translation>%1 に再び問い合わせる</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 を削除</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>This version of timm has no model &apos;%1&apos;.</source>
        <translation>このバージョンの timm に「%1」というモデルはありません。</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; runs code of its own, which was not allowed; allow it if you trust it.</source>
        <translation>ファイル「%1」は独自のコードを実行しますが、許可されていません。信頼できる場合は許可してください。</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; has no function &apos;%2&apos;.</source>
        <translation>ファイル「%1」に関数「%2」がありません。</translation>
    </message>
    <message>
        <source>The function in &apos;%1&apos; returned a %2; it must return a torch.nn.Module, or that and example inputs.</source>
        <translation>「%1」の関数が %2 を返しました。torch.nn.Module、またはそれと入力例を返す必要があります。</translation>
    </message>
    <message>
        <source>The model&apos;s file &apos;%1&apos; can no longer be read.</source>
        <translation>モデルのファイル「%1」を読み込めなくなりました。</translation>
    </message>
    <message>
        <source>The model&apos;s file &apos;%1&apos; has changed since the run was planned.</source>
        <translation>モデルのファイル「%1」は、実行を計画した後に変更されています。</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; is no exported program that this torch can read; write it again with torch.export.save.</source>
        <translation>「%1」はこの torch で読み込めるエクスポート済みプログラムではありません。torch.export.save で書き直してください。</translation>
    </message>
    <message>
        <source>The example inputs of &apos;%1&apos; cannot be used; they must be tensors, in order or by name.</source>
        <translation>「%1」の入力例は使えません。順番または名前で渡すテンソルである必要があります。</translation>
    </message>
    <message>
        <source>The graph cannot be captured: at %1 the model decides by the values of its data.</source>
        <translation>モデルグラフを取得できません。%1 でデータの値によって処理が分岐しています。</translation>
    </message>
    <message>
        <source>torch.export could not capture the graph at %1: %2</source>
        <translation>torch.export は %1 でモデルグラフを取得できませんでした: %2</translation>
    </message>
    <message>
        <source>The model was made for a batch of %2 only, not of %1; export it with a dynamic batch.</source>
        <translation>このモデルはバッチ %2 専用で、バッチ %1 では使えません。バッチを可変にしてエクスポートしてください。</translation>
    </message>
    <message>
        <source>Other/%1</source>
        <translation>その他/%1</translation>
    </message>
    <message>
        <source>&amp;Run the code in this file; I trust it</source>
        <translation>このファイルのコードを信頼し、実行を許可する(&amp;R)</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>モデルを追加</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>フォルダー(&amp;O)...</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>ファイル(&amp;F)...</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>モデル(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Image size</source>
        <translation>画像サイズ(&amp;I)</translation>
    </message>
    <message>
        <source>as the model is called</source>
        <translation>モデルの名前と同じ</translation>
    </message>
    <message>
        <source>as the model was made for</source>
        <translation>モデルの標準サイズ</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>追加(&amp;A)</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>モデルのフォルダー</translation>
    </message>
    <message>
        <source>File of a model</source>
        <translation>モデルのファイル</translation>
    </message>
    <message>
        <source>Models (*.pt2 *.py)</source>
        <translation>モデル (*.pt2 *.py)</translation>
    </message>
    <message>
        <source>How is it measured?</source>
        <translation>測定の方法</translation>
    </message>
    <message>
        <source>A process of its own measures one model, batch size and data type with all its variants on the same inputs. A sample is one inference and the release of its outputs; every sample is kept.</source>
        <translation>一つのモデル・バッチサイズ・データ型ごとに専用のプロセスを起動し、すべての実行方式を同じ入力で測定します。一つのサンプルは、一回の推論と出力の解放です。サンプルはすべて保存されます。</translation>
    </message>
    <message>
        <source>Why does it differ from the guide?</source>
        <translation>ガイドと値が異なる理由</translation>
    </message>
    <message>
        <source>The guide measures Python: its figures can be compared with the rows of the Python engine only. It measures one variant after the other and uses a photograph; here variants take turns, and the image is the project&apos;s own. The file ARCHITECTURE.md lists every departure.</source>
        <translation>ガイドの値は Python で測定したものなので、Python エンジンの行とだけ比較できます。ガイドは実行方式を一つずつ順に測定し、写真を使います。Inferometer は実行方式を交互に測定し、独自の画像を使います。すべての違いは ARCHITECTURE.md にあります。</translation>
    </message>
    <message>
        <source>What is not measured?</source>
        <translation>測定しないもの</translation>
    </message>
    <message>
        <source>Shapes are fixed, there is one stream, and inputs lie on the device already: preparing images, moving them and serving requests are not part of a sample. Half precision is measured with converted weights, not with autocast. Random weights take the time of real ones within a few percent, but their outputs mean nothing.</source>
        <translation>形状は固定、ストリームは一本で、入力は最初からデバイス上にあります。画像の前処理、転送、リクエストの処理はサンプルに含まれません。半精度は autocast ではなく、変換した重みで測定します。ランダムな重みの推論時間は実際の重みと数パーセントの差に収まりますが、出力に意味はありません。</translation>
    </message>
    <message>
        <source>Check of the graph</source>
        <translation>モデルグラフの確認</translation>
    </message>
    <message>
        <source>Check of the device</source>
        <translation>デバイスの確認</translation>
    </message>
    <message>
        <source>The NVIDIA driver finds no device: %1</source>
        <translation>NVIDIA ドライバーがデバイスを検出できません: %1</translation>
    </message>
    <message>
        <source>%1 is a slice of a device (MIG): others may use the rest of it.</source>
        <translation>%1 は分割されたデバイスの一部（MIG）です。残りは他から使われている可能性があります。</translation>
    </message>
    <message>
        <source>%1 drives a display, whose drawing takes part of its time.</source>
        <translation>%1 は画面表示にも使われており、描画に時間の一部が使われます。</translation>
    </message>
    <message>
        <source>This torch has no code for %1: its compute capability is %2, torch was built for %3.</source>
        <translation>この torch には %1 用のコードがありません。Compute Capability は %2 ですが、torch は %3 向けにビルドされています。</translation>
    </message>
    <message>
        <source>Use another build of torch, such as one for CUDA 12, with INFEROMETER_PYTHON.</source>
        <translation>CUDA 12 向けなど、別のビルドの torch を INFEROMETER_PYTHON で指定してください。</translation>
    </message>
    <message>
        <source>What compiling for CUDA needs came with torch.</source>
        <translation>CUDA 向けのコンパイルに必要なものは torch に付属しています。</translation>
    </message>
    <message>
        <source>CUDA&apos;s headers or Triton&apos;s ptxas are missing beside torch.</source>
        <translation>torch に付属するはずの CUDA ヘッダーまたは Triton の ptxas がありません。</translation>
    </message>
    <message>
        <source>CUDA&apos;s headers, which come with torch, are missing beside it.</source>
        <translation>torch に付属するはずの CUDA ヘッダーがありません。</translation>
    </message>
    <message>
        <source>Triton&apos;s assembler (ptxas), which comes with it, is missing.</source>
        <translation>Triton に付属するアセンブラー（ptxas）がありません。</translation>
    </message>
    <message>
        <source>bfloat16 needs compute capability 8.0 or later; this device has %1.</source>
        <translation>bfloat16 には Compute Capability 8.0 以上が必要です。このデバイスは %1 です。</translation>
    </message>
    <message>
        <source>TF32 needs compute capability 8.0 or later, and changes nothing on this device, which has %1.</source>
        <translation>TF32 には Compute Capability 8.0 以上が必要です。このデバイスは %1 のため、何も変わりません。</translation>
    </message>
    <message>
        <source>Inductor did not tune matrix products on this device; it says: %1.</source>
        <translation>Inductor はこのデバイスでは行列積をチューニングしませんでした。メッセージ: %1</translation>
    </message>
    <message>
        <source>No NVIDIA driver is loaded; the CPU can be measured all the same.</source>
        <translation>NVIDIA ドライバーが読み込まれていません。CPU は測定できます。</translation>
    </message>
    <message>
        <source>The NVIDIA driver is too old for this torch; update it, or use a torch built for an older CUDA.</source>
        <translation>NVIDIA ドライバーがこの torch に対して古すぎます。更新するか、古い CUDA 向けの torch を使ってください。</translation>
    </message>
    <message>
        <source>This torch has no code for the compute capability of this device; another build of torch, such as one for CUDA 12, may.</source>
        <translation>この torch には、このデバイスの Compute Capability 用のコードがありません。CUDA 12 向けなど、別のビルドの torch には含まれている場合があります。</translation>
    </message>
    <message>
        <source>Another process has the device for itself; try again when it has ended.</source>
        <translation>別のプロセスがデバイスを占有しています。そのプロセスの終了後に再試行してください。</translation>
    </message>
    <message>
        <source>A CPU has no CUDA graphs.</source>
        <translation>CPU には CUDA グラフがありません。</translation>
    </message>
    <message>
        <source>%1 of %2 inferences were taken while the device was slowed down (%3); they are kept. Let it cool down (Cooldown between models) or raise its power limit (nvidia-smi -pl), and measure again.</source>
        <translation>%2 回中 %1 回の推論は、デバイスの速度が抑えられている間に測定されました（%3）。データは残してあります。冷ますか（「モデル間のクールダウン」）、電力の上限を上げて（nvidia-smi -pl）、再度測定してください。</translation>
    </message>
    <message>
        <source>%1 inferences were timed beside %2 until that failed. They are discarded; the row was measured anew without it.</source>
        <translation>%2 が失敗するまで、それと並行して %1 回の推論を計測しました。それらは破棄され、この行は %2 を除いて測定し直されました。</translation>
    </message>
    <message>
        <source>Other processes computed on the same device (%1 of them); end them and measure again.</source>
        <translation>同じデバイスで他のプロセスも計算していました（%1 個）。それらを終了して、もう一度測定してください。</translation>
    </message>
    <message>
        <source>Waiting for %1 to cool from %2 to %3 degrees Celsius.</source>
        <translation>%1 の温度が %2 °C から %3 °C に下がるのを待っています。</translation>
    </message>
    <message>
        <source>%1 still has %2 degrees Celsius after %4 s instead of %3; measuring goes on.</source>
        <translation>%4 s 待っても %1 は %2 °C です（目標 %3 °C）。測定を続けます。</translation>
    </message>
    <message>
        <source>Device at work</source>
        <translation>デバイスの稼働時間</translation>
    </message>
    <message>
        <source>Waiting for launches</source>
        <translation>起動待ちの割合</translation>
    </message>
    <message>
        <source>Energy per inference</source>
        <translation>推論あたりの消費エネルギー</translation>
    </message>
    <message>
        <source>%1 J</source>
        <comment>joules</comment>
        <translation>%1 J</translation>
    </message>
    <message>
        <source>Memory of the CUDA graph</source>
        <translation>CUDA グラフのメモリ</translation>
    </message>
    <message>
        <source>Lowest clock</source>
        <translation>最低クロック</translation>
    </message>
    <message>
        <source>%1 MHz</source>
        <translation>%1 MHz</translation>
    </message>
    <message>
        <source>Warmest</source>
        <translation>最高温度</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °C</translation>
    </message>
    <message>
        <source>TF32 for matrix products</source>
        <translation>行列積に TF32 を使う</translation>
    </message>
    <message>
        <source>TF32 for convolutions</source>
        <translation>畳み込みに TF32 を使う</translation>
    </message>
    <message>
        <source>cuDNN tries its algorithms</source>
        <translation>cuDNN がアルゴリズムを試して選ぶ</translation>
    </message>
    <message>
        <source>CUDA architectures of torch</source>
        <translation>torch の CUDA アーキテクチャ</translation>
    </message>
    <message>
        <source>CUDA headers</source>
        <translation>CUDA ヘッダー</translation>
    </message>
    <message>
        <source>Load average</source>
        <translation>ロードアベレージ</translation>
    </message>
    <message>
        <source>CUDA graphs without copying inputs</source>
        <translation>CUDA グラフで入力をコピーしない</translation>
    </message>
    <message>
        <source>Uncompiled model as a CUDA graph as well</source>
        <translation>コンパイルなしの CUDA グラフも測定する</translation>
    </message>
    <message>
        <source>GPUs of one machine side by side</source>
        <translation>同じマシンの GPU を並行して測定する</translation>
    </message>
    <message>
        <source>They share the processors that launch their work: compare such rows with each other only.</source>
        <translation>処理を起動する CPU を共有するため、このような行どうしだけを比較してください。</translation>
    </message>
    <message>
        <source>Only one GPU of a machine is chosen.</source>
        <translation>同じマシンの GPU が 1 つしか選択されていません。</translation>
    </message>
    <message>
        <source>No CUDA device is chosen.</source>
        <translation>CUDA デバイスが選択されていません。</translation>
    </message>
    <message>
        <source>slice</source>
        <comment>of a GPU that is divided</comment>
        <translation>分割</translation>
    </message>
    <message>
        <source>drives the display</source>
        <translation>画面表示に使用中</translation>
    </message>
    <message>
        <source>CUDA graph</source>
        <translation>CUDA グラフ</translation>
    </message>
    <message>
        <source>Not finished, and therefore without a report: %1.</source>
        <translation>完了しなかったため結果がありません: %1。</translation>
    </message>
    <message>
        <source>The guide&apos;s figures beside those of this machine</source>
        <translation>ガイドの数値とこのマシンの数値</translation>
    </message>
    <message>
        <source>Time saved in percent. The guide&apos;s figures are means without intervals, published in 2023 for Python&apos;s torch.compile() of torch %1 on those GPUs; here it is torch %2. They are for orientation and prove nothing about this machine.</source>
        <translation>推論時間の短縮率（%）。ガイドの数値は、各 GPU 上の torch %1 の Python の torch.compile() について 2023 年に公表された、信頼区間のない平均です。ここでは torch %2 を使いました。参考のための値であり、このマシンについて何かを示すものではありません。</translation>
    </message>
    <message>
        <source>Device: %1; torch %2; weights: %3; image: %4; threads: %5; attention: %6; allocator: %7; order: %8.</source>
        <translation>デバイス: %1、torch %2、重み: %3、画像: %4、スレッド数: %5、アテンション: %6、アロケーター: %7、順序: %8。</translation>
    </message>
    <message>
        <source>%1, 
%2</source>
        <translation>%1、
%2</translation>
    </message>
    <message>
        <source>Guide: 
%1</source>
        <translation>ガイド:
%1</translation>
    </message>
    <message>
        <source>%1, 
%2 
(different engine)</source>
        <translation>%1、
%2
（エンジンが異なります）</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>推奨</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Scaling</source>
        <comment>chart</comment>
        <translation>スケーリング</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>%1 a run, %2 a variant</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>a run, a duration, a judgement</comment>
        <translation>%1: %2、%3</translation>
    </message>
    <message>
        <source>Time per Image over the Batch Size on %1</source>
        <translation>%1 でのバッチサイズごとの画像 1 枚あたりの時間</translation>
    </message>
    <message>
        <source>Pale bars: compiling is not shown to pay.</source>
        <translation>薄い棒: コンパイルの効果は確認されていません。</translation>
    </message>
    <message>
        <source>published means</source>
        <translation>公表された平均</translation>
    </message>
    <message>
        <source>Only means are known of what is pinned: they are shown beside means.</source>
        <translation>固定表示したものは平均しか分からないため、平均を表示するときにだけ並べます。</translation>
    </message>
    <message>
        <source>Nothing that is pinned stands beside these rows.</source>
        <translation>固定表示したものに、このグラフの行に対応するものはありません。</translation>
    </message>
    <message>
        <source>Pinned, without single inferences: %1.</source>
        <translation>固定表示（1 回ごとの推論時間なし）: %1。</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>この実行結果</translation>
    </message>
    <message>
        <source>Duration Comparison with Batch Size of %1</source>
        <translation>バッチサイズ %1 での推論時間の比較</translation>
    </message>
    <message>
        <source>Mean of single inferences. Shorter is better.</source>
        <translation>推論 1 回の平均。短いほど良い値です。</translation>
    </message>
    <message>
        <source>Percentage Improvement with Batch Size of %1</source>
        <translation>バッチサイズ %1 での短縮率</translation>
    </message>
    <message>
        <source>Against no compile of the same engine.</source>
        <translation>同じエンジンのコンパイルなしとの比較。</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>実行方式</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変化率</translation>
    </message>
    <message>
        <source>different engine</source>
        <translation>エンジンが異なります</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a change in percent and what it is worth</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>固定表示</translation>
    </message>
    <message>
        <source>Mean of the pinned run, or of the guide&apos;s table</source>
        <translation>固定表示した実行結果、またはガイドの表の平均</translation>
    </message>
    <message>
        <source>Against pinned</source>
        <translation>固定表示との差</translation>
    </message>
    <message>
        <source>Change of the mean against the pinned one; more is slower</source>
        <translation>固定表示した平均に対する変化率。大きいほど低速</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>未公表</translation>
    </message>
    <message>
        <source>Published in the table &quot;%1&quot;.</source>
        <translation>表「%1」で公表された値です。</translation>
    </message>
    <message>
        <source>published mean only</source>
        <translation>公表された平均のみ</translation>
    </message>
    <message>
        <source>&amp;Guide&apos;s study…</source>
        <translation>ガイドの調査(&amp;G)...</translation>
    </message>
    <message>
        <source>The whole study of the Hugging Face guide on the chosen devices</source>
        <translation>選択したデバイスで Hugging Face のガイドの調査をすべて行います</translation>
    </message>
    <message>
        <source>Which models the chart shows</source>
        <translation>グラフに表示するモデル</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>比較対象がありません</translation>
    </message>
    <message>
        <source>Select two or more runs.</source>
        <translation>実行結果を 2 件以上選択してください。</translation>
    </message>
    <message>
        <source>&amp;Go to History</source>
        <translation>履歴へ(&amp;G)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Add a run, the guide&apos;s figures, or a table of another program</source>
        <translation>実行結果、ガイドの数値、またはほかのプログラムの表を追加します</translation>
    </message>
    <message>
        <source>Show &amp;missing</source>
        <translation>欠けている項目も表示(&amp;M)</translation>
    </message>
    <message>
        <source>Also what not every source has a time for</source>
        <translation>一部にしか時間がない項目も表示します</translation>
    </message>
    <message>
        <source>Copy as Markdown Table</source>
        <translation>Markdown の表としてコピー</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Conditions that differ</source>
        <translation>異なる条件</translation>
    </message>
    <message>
        <source>Five can be compared at a time; remove one to add another.</source>
        <translation>一度に比較できるのは 5 件までです。追加するには 1 件を外してください。</translation>
    </message>
    <message>
        <source>Add another run to compare this one with.</source>
        <translation>比較する実行結果を追加してください。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a condition and its values</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>All recorded conditions are the same.</source>
        <translation>記録された条件はすべて同じです。</translation>
    </message>
    <message>
        <source>Not known of every source: %1</source>
        <translation>一部の比較対象では不明な条件: %1</translation>
    </message>
    <message>
        <source>Conditions that differ: %1</source>
        <translation>異なる条件: %1</translation>
    </message>
    <message>
        <source>Cells with a time in every source: %1 of %2.</source>
        <translation>%2 項目のうち %1 項目は、すべてに時間があります。</translation>
    </message>
    <message>
        <source>The table was copied as Markdown.</source>
        <translation>表を Markdown としてコピーしました。</translation>
    </message>
    <message>
        <source>★ %1</source>
        <comment>the base of a comparison</comment>
        <translation>★ %1</translation>
    </message>
    <message>
        <source>The others are compared with this one.</source>
        <translation>ほかはこれと比較されます。</translation>
    </message>
    <message>
        <source>Use as &amp;base</source>
        <translation>基準にする(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>外す(&amp;R)</translation>
    </message>
    <message>
        <source>Runs of the &amp;History…</source>
        <translation>履歴の実行結果(&amp;H)...</translation>
    </message>
    <message>
        <source>Guide: %1</source>
        <translation>ガイド: %1</translation>
    </message>
    <message>
        <source>Add a run or a table</source>
        <translation>実行結果または表を追加</translation>
    </message>
    <message>
        <source>F&amp;older of optimum-benchmark…</source>
        <translation>optimum-benchmark のフォルダー(&amp;O)...</translation>
    </message>
    <message>
        <source>Add a folder of reports</source>
        <translation>レポートのフォルダーを追加</translation>
    </message>
    <message>
        <source>Runs and tables (*.inferometer.jsonl *.csv *.json *.jsonl)</source>
        <translation>実行結果と表 (*.inferometer.jsonl *.csv *.json *.jsonl)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比較(&amp;C)</translation>
    </message>
    <message>
        <source>Compare the selected runs, two to five</source>
        <translation>選択した 2～5 件の実行結果を比較します</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>固定表示(&amp;P)</translation>
    </message>
    <message>
        <source>Show this run beside whatever run is open</source>
        <translation>この実行結果を、開いている実行結果の横に表示します</translation>
    </message>
    <message>
        <source>Pinned beside every run: %1</source>
        <translation>すべての実行結果の横に表示: %1</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <translation>なし(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;This run</source>
        <translation>この実行結果(&amp;T)</translation>
    </message>
    <message>
        <source>The guide&apos;s study</source>
        <translation>ガイドの調査</translation>
    </message>
    <message>
        <source>By their time limits warm-up and inferences take about %1, more where single inferences are long; first runs, checks and compiling come on top.</source>
        <translation>ウォームアップと推論は、時間制限から見積もると約 %1 かかります。1 回の推論が長い場合はさらに延びます。初回の実行、検証、コンパイルの時間が加わります。</translation>
    </message>
    <message>
        <source>By earlier runs the inferences take about %1.</source>
        <translation>これまでの実行結果によると、推論は約 %1 かかります。</translation>
    </message>
    <message>
        <source>The whole study: twelve models, batch sizes 1, 4 and 16, both engines, 300 inferences each.</source>
        <translation>調査全体: 12 モデル、バッチサイズ 1、4、16、両エンジン、各 300 回の推論。</translation>
    </message>
    <message>
        <source>The short one is what a CPU can afford: batch sizes 1 and 4, C++, as many inferences as the figures need.</source>
        <translation>短い調査は CPU でも行える範囲です: バッチサイズ 1 と 4、C++、数値に必要な回数の推論。</translation>
    </message>
    <message>
        <source>Not in it: BeiT and DETR, which the guide repeated with a second version of torch. They need an installation of that version: %1</source>
        <translation>含まれないもの: ガイドが別のバージョンの torch で繰り返した BeiT と DETR。そのバージョンのインストールが必要です: %1</translation>
    </message>
    <message>
        <source>&amp;Whole study</source>
        <translation>調査全体(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Short study</source>
        <translation>短い調査(&amp;S)</translation>
    </message>
    <message>
        <source>Write report</source>
        <translation>レポートを作成</translation>
    </message>
    <message>
        <source>&amp;HTML…</source>
        <comment>report</comment>
        <translation>HTML(&amp;H)...</translation>
    </message>
    <message>
        <source>&amp;Markdown with Pictures…</source>
        <comment>report</comment>
        <translation>画像付き Markdown(&amp;M)...</translation>
    </message>
    <message>
        <source>&amp;PDF…</source>
        <comment>report</comment>
        <translation>PDF(&amp;P)...</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <comment>page</comment>
        <translation>比較(&amp;M)</translation>
    </message>
    <message>
        <source>Re&amp;port</source>
        <translation>レポート(&amp;P)</translation>
    </message>
    <message>
        <source>Copy &amp;Table of the Guide&apos;s Kind</source>
        <translation>ガイド形式の表をコピー(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Pinned Baseline</source>
        <translation>固定表示(&amp;P)</translation>
    </message>
    <message>
        <source>Columns of %1</source>
        <translation>%1 の列</translation>
    </message>
    <message>
        <source>Another program wrote this table. Choose the column of each; the times of a line are either one column, or two: without and with compiling.</source>
        <translation>この表は別のプログラムが書いたものです。それぞれの列を選んでください。1 行の時間は、1 列か、コンパイルなし・ありの 2 列のどちらかです。</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>時間(&amp;T)</translation>
    </message>
    <message>
        <source>Time &amp;without compiling</source>
        <translation>コンパイルなしの時間(&amp;W)</translation>
    </message>
    <message>
        <source>Time &amp;compiled</source>
        <translation>コンパイルありの時間(&amp;C)</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>ミリ秒</translation>
    </message>
    <message>
        <source>microseconds</source>
        <translation>マイクロ秒</translation>
    </message>
    <message>
        <source>&amp;Unit of the times</source>
        <translation>時間の単位(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Batch size</source>
        <translation>バッチサイズ(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>デバイス(&amp;D)</translation>
    </message>
    <message>
        <source>Data t&amp;ype</source>
        <translation>データ型(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>エンジン(&amp;E)</translation>
    </message>
    <message>
        <source>Compile m&amp;ode</source>
        <translation>コンパイルモード(&amp;O)</translation>
    </message>
    <message>
        <source>no column</source>
        <translation>列なし</translation>
    </message>
    <message>
        <source>The model and a time are needed.</source>
        <translation>モデルと時間の列が必要です。</translation>
    </message>
    <message>
        <source>Memory in use on the device</source>
        <translation>デバイスで使用中のメモリ</translation>
    </message>
    <message>
        <source>Other GPUs of this machine were measured at the same time: they share its processors, memory and buses; for undisturbed durations measure without &apos;GPUs of one machine side by side&apos;.</source>
        <translation>このマシンのほかの GPU も同時に測定されました。GPU どうしはプロセッサ、メモリ、バスを共有します。互いに影響のない推論時間を得るには、「同じマシンの GPU を並行して測定する」を選ばずに測定してください。</translation>
    </message>
    <message>
        <source>What lies at &apos;%1&apos; there cannot be read or is not what the plan was made with: a user&apos;s own files are not copied to other machines.</source>
        <translation>そのマシンの「%1」にあるものは読み取れないか、計画を作成したときの内容と異なります。利用者自身のファイルはほかのマシンにコピーされません。</translation>
    </message>
    <message>
        <source>PyTorch and what belongs to it are installed.</source>
        <translation>PyTorch と関連パッケージはインストール済みです。</translation>
    </message>
    <message>
        <source>PyTorch, which compiles and runs the models, is not installed yet.</source>
        <translation>モデルをコンパイルして実行する PyTorch がまだインストールされていません。</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>セットアップ</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>name, shape and data type of a tensor</comment>
        <translation>%1: %2、%3</translation>
    </message>
    <message>
        <source>&amp;Download it from the Hugging Face hub where it is not here</source>
        <translation>手元にない場合は Hugging Face Hub からダウンロードする(&amp;D)</translation>
    </message>
    <message>
        <source>Edit model</source>
        <translation>モデルの編集</translation>
    </message>
    <message>
        <source>timm:NAME, an id of the Hugging Face hub, a folder in the hub&apos;s layout, FILE.py:FUNCTION, or an exported program (.pt2). A folder or a file can be dropped here.</source>
        <translation>timm:名前、Hugging Face Hub の ID、Hub と同じ構成のフォルダー、FILE.py:関数名、またはエクスポート済みプログラム（.pt2）を指定します。フォルダーやファイルをここにドロップすることもできます。</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>タスク(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Prepare</source>
        <translation>準備(&amp;P)</translation>
    </message>
    <message>
        <source>Loads the model and captures its graph, as a run will do</source>
        <translation>実行時と同じように、モデルを読み込んでモデルグラフを取得します</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Save unprepared</source>
        <translation>準備せずに保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Add unprepared</source>
        <translation>準備せずに追加(&amp;A)</translation>
    </message>
    <message>
        <source>A run is under way; preparing a model would disturb it.</source>
        <translation>測定を実行中です。モデルを準備すると測定に影響します。</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>モデルを読み込み中...</translation>
    </message>
    <message>
        <source>Parameters: %1</source>
        <translation>パラメーター数: %1</translation>
    </message>
    <message>
        <source>Inputs:</source>
        <translation>入力:</translation>
    </message>
    <message>
        <source>Made for batch size %1 only.</source>
        <translation>バッチサイズ %1 専用のモデルです。</translation>
    </message>
    <message>
        <source>Outputs:</source>
        <translation>出力:</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>セットアップ...</translation>
    </message>
    <message>
        <source>The whole log</source>
        <translation>ログ全体</translation>
    </message>
    <message>
        <source>Show the whole log</source>
        <translation>ログ全体を表示</translation>
    </message>
    <message>
        <source>Before the first measurement</source>
        <translation>最初の測定の前に</translation>
    </message>
    <message>
        <source>&amp;Set up PyTorch…</source>
        <translation>PyTorch をセットアップ(&amp;S)...</translation>
    </message>
    <message>
        <source>Show sample</source>
        <translation>サンプルを表示</translation>
    </message>
    <message>
        <source>Go to Benchmark</source>
        <translation>ベンチマークへ</translation>
    </message>
    <message>
        <source>Progress of the set-up</source>
        <translation>セットアップの進捗</translation>
    </message>
    <message>
        <source>Models cannot be measured yet; finished runs and the sample can be looked at.</source>
        <translation>まだモデルを測定できません。完了した実行結果とサンプルは表示できます。</translation>
    </message>
    <message>
        <source>Set up PyTorch?</source>
        <translation>PyTorch をセットアップしますか？</translation>
    </message>
    <message>
        <source>About 3 GB are downloaded from the Python package index and unpacked to 6 GB in your cache folder. Nothing else of this machine is changed.</source>
        <translation>Python パッケージインデックスから約 3 GB をダウンロードし、キャッシュフォルダーに約 6 GB を展開します。このコンピュータのほかの部分は変更しません。</translation>
    </message>
    <message>
        <source>&amp;Download and set up</source>
        <translation>ダウンロードしてセットアップ(&amp;D)</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <comment>packages, the one at work</comment>
        <translation>%1 / %2: %3</translation>
    </message>
    <message>
        <source>5. **Your own models**: *Add model* takes a name of timm, an id of the hub, a folder, a Python file or an exported program. It is prepared first; what cannot be measured says why.</source>
        <translation>5. **自分のモデル**: 「モデルを追加」では、timm の名前、Hub の ID、フォルダー、Python ファイル、エクスポート済みプログラムを指定できます。追加の前に準備し、測定できないモデルはその理由を表示します。</translation>
    </message>
    <message>
        <source>Remove the model?</source>
        <translation>モデルを一覧から外しますか？</translation>
    </message>
    <message>
        <source>“%1” is taken out of your catalogue. Its files and what was measured with it stay.</source>
        <translation>「%1」を一覧から外します。モデルのファイルと測定結果は残ります。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <comment>a model of one&apos;s own, from the list</comment>
        <translation>一覧から外す(&amp;R)</translation>
    </message>
    <message>
        <source>Remove</source>
        <comment>a model of one&apos;s own</comment>
        <translation>削除</translation>
    </message>
    <message>
        <source>Change a model of your own</source>
        <translation>自分で追加したモデルを変更します</translation>
    </message>
    <message>
        <source>Take a model of your own out of the catalogue; its files stay</source>
        <translation>自分で追加したモデルを一覧から外します。ファイルは残ります</translation>
    </message>
    <message>
        <source>Set &amp;Up…</source>
        <translation>セットアップ(&amp;U)...</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>a sentence, a device and a data type</comment>
        <translation>%1（%2、%3）</translation>
    </message>
    <message>
        <source>Advice: compile %1, do not compile %2, unclear %3.</source>
        <comment>numbers of models</comment>
        <translation>推奨: コンパイルする %1 件、しない %2 件、判定不能 %3 件。</translation>
    </message>
    <message>
        <source>system&apos;s allocator</source>
        <translation>システムのアロケーター</translation>
    </message>
    <message>
        <source>Python and compiler</source>
        <comment>chart</comment>
        <translation>Python とコンパイラー</translation>
    </message>
    <message>
        <source>Leaving Python and Compiling on %1 with Batch Size of %2</source>
        <translation>%1、バッチサイズ %2 における短縮率の内訳（Python 不使用とコンパイル）</translation>
    </message>
    <message>
        <source>Time saved (%)</source>
        <translation>推論時間の短縮率（%）</translation>
    </message>
    <message>
        <source>Leaving Python</source>
        <translation>Python を使わないことによる分</translation>
    </message>
    <message>
        <source>Compiling in C++</source>
        <translation>C++ でのコンパイル</translation>
    </message>
    <message>
        <source>Compiling in Python</source>
        <translation>Python でのコンパイル</translation>
    </message>
    <message>
        <source>Both: compiled C++ against Python</source>
        <translation>両方: コンパイルした C++ と Python の比較</translation>
    </message>
    <message>
        <source>Nothing to show: it needs verified rows of both engines without compiling, and of compiled C++.</source>
        <translation>表示できるものがありません。両エンジンのコンパイルなしと、コンパイルした C++ の検証済みの行が必要です。</translation>
    </message>
    <message>
        <source>Each step against the row before it; whiskers: 95% interval. Pale bars: no difference shown.</source>
        <translation>各段階を直前の行と比較。ひげは 95% 信頼区間。薄い棒は、差が確認されなかったことを示します。</translation>
    </message>
    <message>
        <source>&amp;Latency limit</source>
        <translation>レイテンシーの上限(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Memory limit</source>
        <translation>メモリの上限(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Inferences</source>
        <translation>推論の回数(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Cache</source>
        <translation>キャッシュ(&amp;C)</translation>
    </message>
    <message>
        <source>none</source>
        <comment>limit</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source> ms</source>
        <comment>milliseconds, behind a number</comment>
        <translation> ms</translation>
    </message>
    <message>
        <source>Of one inference; the 95th percentile has to keep it</source>
        <translation>1 回の推論の上限。95 パーセンタイルがこれを満たす必要があります</translation>
    </message>
    <message>
        <source>On the peak of a process</source>
        <translation>プロセスのピークメモリ使用量の上限</translation>
    </message>
    <message>
        <source>How often a process runs the model before it ends</source>
        <translation>プロセスが終了するまでにモデルを実行する回数</translation>
    </message>
    <message>
        <source>cold</source>
        <comment>cache</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>warm</source>
        <comment>cache</comment>
        <translation>あり</translation>
    </message>
    <message>
        <source>Whether a process that starts finds the compiled program (warm) or compiles (cold)</source>
        <translation>開始したプロセスがコンパイル済みのプログラムを使えるか（あり）、コンパイルするか（なし）</translation>
    </message>
    <message>
        <source>Nothing was measured to decide from.</source>
        <translation>判断の根拠になる測定結果がありません。</translation>
    </message>
    <message>
        <source>What to know about these figures</source>
        <translation>数値についての注意</translation>
    </message>
    <message>
        <source>With the &amp;system&apos;s allocator</source>
        <translation>システムのアロケーターで測定(&amp;S)</translation>
    </message>
    <message>
        <source>Measures this row once more with memory given back after every inference, as other programs do, and shows both side by side</source>
        <translation>ほかのプログラムと同じく、推論のたびにメモリを返す設定でこの行をもう一度測定し、両方を並べて表示します</translation>
    </message>
    <message>
        <source>%1, system&apos;s allocator</source>
        <comment>label of a run</comment>
        <translation>%1、システムのアロケーター</translation>
    </message>
    <message>
        <source>Add &amp;model…</source>
        <translation>モデルを追加(&amp;M)...</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編集...</translation>
    </message>
    <message>
        <source>Advice or details</source>
        <translation>推奨または詳細</translation>
    </message>
    <message>
        <source>any</source>
        <comment>number of inferences</comment>
        <translation>任意</translation>
    </message>
    <message>
        <source>torch commit</source>
        <translation>torch のコミット</translation>
    </message>
    <message>
        <source>CUDA</source>
        <translation>CUDA</translation>
    </message>
    <message>
        <source>GPU driver</source>
        <translation>GPU ドライバー</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>コア数</translation>
    </message>
    <message>
        <source>CPU affinity</source>
        <translation>CPU アフィニティ</translation>
    </message>
    <message>
        <source>CPU quota (cores)</source>
        <translation>CPU クォータ（コア数）</translation>
    </message>
    <message>
        <source>CPU governor</source>
        <translation>CPU ガバナー</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>アテンション</translation>
    </message>
    <message>
        <source>Allocator</source>
        <translation>アロケーター</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>順序</translation>
    </message>
    <message>
        <source>Executor</source>
        <translation>実行方法</translation>
    </message>
    <message>
        <source>Devices in parallel</source>
        <translation>デバイスの並列測定</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Triton</source>
        <translation>Triton</translation>
    </message>
    <message>
        <source>NumPy</source>
        <translation>NumPy</translation>
    </message>
    <message>
        <source>Pillow</source>
        <translation>Pillow</translation>
    </message>
    <message>
        <source>C++ compiler</source>
        <translation>C++ コンパイラー</translation>
    </message>
    <message>
        <source>Vector instructions of torch</source>
        <translation>torch のベクトル命令</translation>
    </message>
    <message>
        <source>Vector instructions of Inductor</source>
        <translation>Inductor のベクトル命令</translation>
    </message>
    <message>
        <source>Logical processors</source>
        <translation>論理プロセッサ数</translation>
    </message>
    <message>
        <source>Processors of the machine</source>
        <translation>マシンのプロセッサ数</translation>
    </message>
    <message>
        <source>Memory in bytes</source>
        <translation>メモリ（バイト）</translation>
    </message>
    <message>
        <source>Clock limit in percent</source>
        <translation>クロック上限（%）</translation>
    </message>
    <message>
        <source>SMT</source>
        <translation>SMT（同時マルチスレッディング）</translation>
    </message>
    <message>
        <source>Power supply</source>
        <translation>電源</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>オペレーティングシステム</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>カーネル</translation>
    </message>
    <message>
        <source>Build type</source>
        <translation>ビルドの種類</translation>
    </message>
    <message>
        <source>Sanitizers</source>
        <translation>サニタイザー</translation>
    </message>
    <message>
        <source>Inferometer</source>
        <translation>Inferometer</translation>
    </message>
    <message>
        <source>Inferometer commit</source>
        <translation>Inferometer のコミット</translation>
    </message>
    <message>
        <source>Recipe of random weights</source>
        <translation>ランダム重みの生成方法</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル数</translation>
    </message>
    <message>
        <source>This row cannot be measured again here.</source>
        <translation>この行はこのマシンでは測定し直せません。</translation>
    </message>
    <message>
        <source>Nothing says where “%1” is on this machine. Choose it again and start a new run.</source>
        <translation>「%1」がこのマシンのどこにあるかわかりません。もう一度選択して、新しく実行してください。</translation>
    </message>
    <message>
        <source>own weights</source>
        <translation>独自の重み</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>a variant and a device</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a device and a figure</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cancel and &amp;Close</source>
        <translation>キャンセルして閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Closing the window cancels the download. Models that were fetched stay.</source>
        <translation>ウィンドウを閉じるとダウンロードがキャンセルされます。取得済みのモデルは残ります。</translation>
    </message>
    <message>
        <source>Closing the window cancels the set-up of PyTorch, which can be begun again.</source>
        <translation>ウィンドウを閉じると PyTorch のセットアップがキャンセルされます。後でやり直せます。</translation>
    </message>
    <message>
        <source>Closing the window cancels the preparation of the model.</source>
        <translation>ウィンドウを閉じるとモデルの準備がキャンセルされます。</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were deleted.</source>
        <translation>
            <numerusform>%n 件の実行結果を削除しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Graphs</source>
        <comment>that torch.compile made of a model</comment>
        <translation>モデルグラフの数</translation>
    </message>
    <message>
        <source>Graph breaks</source>
        <translation>モデルグラフの分割</translation>
    </message>
    <message>
        <source>Recompilations</source>
        <translation>再コンパイル</translation>
    </message>
    <message>
        <source>CUDA graphs given up</source>
        <translation>断念した CUDA グラフ</translation>
    </message>
    <message>
        <source>Lower quartile</source>
        <translation>第 1 四分位数</translation>
    </message>
    <message>
        <source>Upper quartile</source>
        <translation>第 3 四分位数</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>最短</translation>
    </message>
    <message>
        <source>Slowest</source>
        <translation>最長</translation>
    </message>
    <message>
        <source>Mean time of one inference divided by the batch size</source>
        <translation>1 回の推論の平均時間をバッチサイズで割った値</translation>
    </message>
    <message>
        <source>Smallest: %1. Largest: %2.</source>
        <comment>bars of a chart, spoken</comment>
        <translation>最小: %1。最大: %2。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have no value.</source>
        <translation>
            <numerusform>値のない行が %n 件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be opened: %2.</source>
        <translation>「%1」を開けません: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be read: %2.</source>
        <translation>「%1」を読み取れません: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be examined: %2.</source>
        <translation>「%1」を調べられません: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be created: %2.</source>
        <translation>「%1」を作成できません: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be written: %2.</source>
        <translation>「%1」に書き込めません: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be locked: %2.</source>
        <translation>「%1」をロックできません: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be removed: %2.</source>
        <translation>「%1」を削除できません: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be brought back: %2.</source>
        <translation>「%1」を元に戻せません: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a file.</source>
        <translation>「%1」はファイルではありません。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a folder.</source>
        <translation>「%1」はフォルダーではありません。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is larger than the %2 bytes that are read.</source>
        <translation>「%1」は読み取れる上限の %2 バイトを超えています。</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; must belong to you and be closed to others (chmod 700).</source>
        <translation>フォルダー「%1」は、所有者があなたで、ほかのユーザーからアクセスできない必要があります（chmod 700）。</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; cannot be written to (%2); the environment variable %3 names another place.</source>
        <translation>フォルダー「%1」に書き込めません（%2）。環境変数 %3 で別の場所を指定できます。</translation>
    </message>
    <message>
        <source>There is no home folder: set HOME, or XDG_DATA_HOME and XDG_CACHE_HOME.</source>
        <translation>ホームフォルダーがありません。HOME、または XDG_DATA_HOME と XDG_CACHE_HOME を設定してください。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is in use by another process.</source>
        <translation>「%1」はほかのプロセスが使用中です。</translation>
    </message>
    <message>
        <source>Another process has just added to &apos;%1&apos;; start again.</source>
        <translation>ほかのプロセスが %1 に書き込んだところです。もう一度やり直してください。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is in use by process %2.</source>
        <translation>「%1」はプロセス %2 が使用中です。</translation>
    </message>
    <message>
        <source>The device %1 is in use by another process.</source>
        <translation>デバイス %1 はほかのプロセスが使用中です。</translation>
    </message>
    <message>
        <source>The device %1 is in use by process %2.</source>
        <translation>デバイス %1 はプロセス %2 が使用中です。</translation>
    </message>
    <message>
        <source>The cache entry %1 was damaged while it was written.</source>
        <translation>キャッシュの項目 %1 は書き込み中に壊れました。</translation>
    </message>
    <message>
        <source>Did you mean &apos;%1&apos;?</source>
        <translation>「%1」のことですか？</translation>
    </message>
    <message>
        <source>Did you mean &apos;%1&apos; or &apos;%2&apos;?</source>
        <translation>「%1」または「%2」のことですか？</translation>
    </message>
    <message>
        <source>%1 is not a valid run file.</source>
        <translation>%1 は正しい実行結果ファイルではありません。</translation>
    </message>
    <message>
        <source>It has no whole line.</source>
        <translation>完全な行がありません。</translation>
    </message>
    <message>
        <source>Its first line is no header of a run.</source>
        <translation>最初の行が実行結果のヘッダーではありません。</translation>
    </message>
    <message>
        <source>Its header is damaged.</source>
        <translation>ヘッダーが壊れています。</translation>
    </message>
    <message>
        <source>Its header cannot be read: it %1.</source>
        <translation>ヘッダーを読み取れません: 「%1」</translation>
    </message>
    <message>
        <source>Its header does not say a schema version.</source>
        <translation>ヘッダーにスキーマのバージョンがありません。</translation>
    </message>
    <message>
        <source>Its schema version is unknown.</source>
        <translation>スキーマのバージョンが不明です。</translation>
    </message>
    <message>
        <source>%1 was written by a later version (schema %2; this program reads up to %3); update Inferometer to open it.</source>
        <translation>%1 は新しいバージョンで書かれています（スキーマ %2、このプログラムが読めるのは %3 まで）。開くには Inferometer を更新してください。</translation>
    </message>
    <message>
        <source>Its line %1 is too long.</source>
        <translation>%1 行目が長すぎます。</translation>
    </message>
    <message>
        <source>A line of %1 was not written to the run file: it is too large to be read again.</source>
        <translation>%1 の行を実行結果のファイルに書き込みませんでした。大きすぎて、後で読み込めなくなるためです。</translation>
    </message>
    <message>
        <source>It has more than %1 lines.</source>
        <translation>%1 行を超えています。</translation>
    </message>
    <message>
        <source>It is larger than %1 bytes.</source>
        <translation>%1 バイトを超えています。</translation>
    </message>
    <message>
        <source>Too many of its lines are damaged.</source>
        <translation>壊れている行が多すぎます。</translation>
    </message>
    <message>
        <source>Line %1 of %2 is damaged and left out: %3</source>
        <translation>%2 の %1 行目は壊れているため除外しました: 「%3」</translation>
    </message>
    <message>
        <source>Its last line may be torn.</source>
        <translation>最後の行が途切れている可能性があります。</translation>
    </message>
    <message>
        <source>There is no run &apos;%1&apos;.</source>
        <translation>実行結果「%1」はありません。</translation>
    </message>
    <message>
        <source>%1 runs match &apos;%2&apos;; give more of the id.</source>
        <translation>「%2」に一致する実行結果が %1 件あります。ID をさらに指定してください。</translation>
    </message>
    <message>
        <source>The file of noise floors &apos;%1&apos; is of another version (%2); delete it and measure the floor again.</source>
        <translation>ノイズフロアのファイル「%1」は別のバージョンです（%2）。削除して、もう一度測定してください。</translation>
    </message>
    <message>
        <source>The script builds models of the catalogue only, and &apos;%1&apos; is one of your own.</source>
        <translation>スクリプトで作れるのはカタログのモデルだけです。「%1」は追加したモデルです。</translation>
    </message>
    <message>
        <source>The catalogue&apos;s entry of &apos;%1&apos; cannot be read.</source>
        <translation>カタログの「%1」の項目を読み取れません。</translation>
    </message>
    <message>
        <source>The frame of the script is damaged; install Inferometer again.</source>
        <translation>スクリプトのひな形が壊れています。Inferometer を再インストールしてください。</translation>
    </message>
    <message>
        <source>A report is a file that ends in .html, .md or .pdf, not &apos;%1&apos;.</source>
        <translation>レポートのファイル名は .html、.md、.pdf のいずれかで終わる必要があります: 「%1」</translation>
    </message>
    <message>
        <source>The table is larger than Inferometer reads.</source>
        <translation>表が Inferometer で読み取れる大きさを超えています。</translation>
    </message>
    <message>
        <source>The table has more than %1 rows.</source>
        <translation>表が %1 行を超えています。</translation>
    </message>
    <message>
        <source>Line %1 of the table has too many columns.</source>
        <translation>表の %1 行目の列が多すぎます。</translation>
    </message>
    <message>
        <source>Line %1 of the table ends within quotes.</source>
        <translation>表の %1 行目が引用符の途中で終わっています。</translation>
    </message>
    <message>
        <source>Line %1 of the table has text behind a quoted field.</source>
        <translation>表の %1 行目で、引用符で囲まれた欄の後ろに文字があります。</translation>
    </message>
    <message>
        <source>The table has no rows.</source>
        <translation>表に行がありません。</translation>
    </message>
    <message>
        <source>None of the rows could be read: %1</source>
        <translation>どの行も読み取れません: 「%1」</translation>
    </message>
    <message>
        <source>A column with the model and one with times (or two, without and with compiling) must be named.</source>
        <translation>モデルの列と時間の列（またはコンパイルなしとコンパイルありの 2 列）を指定してください。</translation>
    </message>
    <message>
        <source>The table has no column &apos;%1&apos;.</source>
        <translation>表に列「%1」がありません。</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; holds no benchmark.json of optimum-benchmark.</source>
        <translation>フォルダー「%1」に optimum-benchmark の benchmark.json がありません。</translation>
    </message>
    <message>
        <source>Two to five runs can be compared.</source>
        <translation>比較できる実行結果は 2～5 件です。</translation>
    </message>
    <message>
        <source>The limit of a regression is a percentage from 0 on.</source>
        <translation>性能低下の限度は 0 以上のパーセントで指定してください。</translation>
    </message>
    <message>
        <source>There is no model &apos;%1&apos;.</source>
        <translation>モデル「%1」はありません。</translation>
    </message>
    <message>
        <source>The Benchmark page shows what there is.</source>
        <translation>モデルの一覧は「ベンチマーク」ページにあります。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no short name for a model.</source>
        <translation>「%1」はモデルの短い名前として使えません。</translation>
    </message>
    <message>
        <source>There are two models with the name &apos;%1&apos;; give one of them another name.</source>
        <translation>「%1」という名前のモデルが 2 つあります。どちらかの名前を変えてください。</translation>
    </message>
    <message>
        <source>Another name can be given to it.</source>
        <translation>別の名前を付けられます。</translation>
    </message>
    <message>
        <source>The catalogue has this model already, as &apos;%1&apos;.</source>
        <translation>このモデルは「%1」としてすでにカタログにあります。</translation>
    </message>
    <message>
        <source>There is no model &apos;%1&apos; of your own.</source>
        <translation>追加したモデルに「%1」はありません。</translation>
    </message>
    <message>
        <source>The models in &apos;%1&apos; are not valid: %2</source>
        <translation>「%1」のモデルの一覧が正しくありません: 「%2」</translation>
    </message>
    <message>
        <source>The models in &apos;%1&apos; were written by a newer version of Inferometer.</source>
        <translation>「%1」のモデルの一覧は新しいバージョンの Inferometer で書かれています。</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; holds no model: it needs config.json and safetensors files, as a folder of the hub has.</source>
        <translation>フォルダー「%1」にモデルがありません。Hub のフォルダーと同じく、config.json と safetensors ファイルが必要です。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; names no model of timm.</source>
        <translation>「%1」は timm のモデルの名前ではありません。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; names no function; a model in Python is FILE.py:FUNCTION.</source>
        <translation>「%1」に関数の名前がありません。Python のモデルは「ファイル.py:関数」で指定します。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; runs code, which is not allowed as it is now; if you trust it, allow it in the model&apos;s dialog.</source>
        <translation>「%1」はコードを実行しますが、現在の内容は許可されていません。信頼できる場合は、モデルのダイアログで許可してください。</translation>
    </message>
    <message>
        <source>Nothing says where &apos;%1&apos; is on this machine; start a new run that names it.</source>
        <translation>「%1」がこのマシンのどこにあるかわかりません。指定し直して新しく実行してください。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has changed since the run was planned; start a new one.</source>
        <translation>「%1」は計画の作成後に変更されています。新しく実行してください。</translation>
    </message>
    <message>
        <source>The weights of &apos;%1&apos; could not be downloaded.</source>
        <translation>「%1」の重みをダウンロードできませんでした。</translation>
    </message>
    <message>
        <source>Where there is no network, &apos;hf download %1&apos; on another machine fills a cache that can be copied here.</source>
        <translation>ネットワークがない場合は、別のマシンで「hf download %1」を実行し、そのキャッシュをここにコピーできます。</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>モデルが選択されていません。</translation>
    </message>
    <message>
        <source>None of the chosen models belongs to the chosen task.</source>
        <translation>選択したタスクに属するモデルがありません。</translation>
    </message>
    <message>
        <source>A batch size of &apos;%1&apos; is not possible; it is a number from 1 to %2.</source>
        <translation>バッチサイズ「%1」は使えません。1～%2 の数を指定してください。</translation>
    </message>
    <message>
        <source>There is no device &apos;%1&apos;; it is cpu, cuda, cuda:N or all, or one of a target such as NAME/cuda:0.</source>
        <translation>デバイス「%1」はありません。cpu、cuda、cuda:N、all、またはターゲットのデバイス（例: 名前/cuda:0）を指定してください。</translation>
    </message>
    <message>
        <source>There is no device &apos;%1&apos; on this machine.</source>
        <translation>このマシンにデバイス「%1」はありません。</translation>
    </message>
    <message>
        <source>There is no CUDA device on this machine; choose the CPU.</source>
        <translation>このマシンに CUDA デバイスはありません。CPU を選択してください。</translation>
    </message>
    <message>
        <source>The target &apos;%1&apos; has no device &apos;%2&apos; as far as is known; ask it again on the System page.</source>
        <translation>わかっている限り、ターゲット「%1」にデバイス「%2」はありません。「システム」ページで再問い合わせしてください。</translation>
    </message>
    <message>
        <source>Measuring GPUs side by side needs at least two GPUs of one machine among the chosen devices.</source>
        <translation>GPU を並行して測定するには、同じマシンの GPU を 2 つ以上選択してください。</translation>
    </message>
    <message>
        <source>With the system&apos;s allocator each variant needs a process of its own, and runs are set to the window&apos;s process; change one of the two.</source>
        <translation>システムのアロケーターでは実行方式ごとに専用のプロセスが必要ですが、ウィンドウのプロセス内で実行する設定になっています。どちらかを変更してください。</translation>
    </message>
    <message>
        <source>That would be %1 workloads; at most %2 fit into one run.</source>
        <translation>測定対象が %1 件になります。1 回の実行では %2 件までです。</translation>
    </message>
    <message>
        <source>%1 inferences of each of %2 variants do not fit into one record; at most %3 of each do.</source>
        <translation>%2 個の実行方式をそれぞれ %1 回推論すると、1 件の記録に収まりません。それぞれ %3 回までにしてください。</translation>
    </message>
    <message>
        <source>A study chooses models, batch sizes, engines, modes and preset itself; give none of them with it.</source>
        <translation>調査はモデル、バッチサイズ、エンジン、モード、プリセットを自分で選びます。同時に指定しないでください。</translation>
    </message>
    <message>
        <source>&apos;Set up&apos; downloads it.</source>
        <translation>「セットアップ」でダウンロードできます。</translation>
    </message>
    <message>
        <source>&apos;./quickstart&apos; sets everything up; the System page says what is there.</source>
        <translation>&apos;./quickstart&apos; ですべて用意できます。何があるかは「システム」ページで確認できます。</translation>
    </message>
    <message>
        <source>The guard, which ends what the others leave behind, is missing (%1).</source>
        <translation>残ったプロセスを終了させるガードがありません（%1）。</translation>
    </message>
    <message>
        <source>The runner, which measures, is missing (%1).</source>
        <translation>測定を行うランナーがありません（%1）。</translation>
    </message>
    <message>
        <source>The Python environment with torch is missing (%1).</source>
        <translation>torch の入った Python 環境がありません（%1）。</translation>
    </message>
    <message>
        <source>The folder of the worker is missing (%1).</source>
        <translation>ワーカーのフォルダーがありません（%1）。</translation>
    </message>
    <message>
        <source>The Python environment has torch %1, and this Inferometer was built for torch %2; &apos;inferometer-setup&apos; makes the right one.</source>
        <translation>Python 環境の torch は %1 ですが、この Inferometer は torch %2 用にビルドされています。&apos;inferometer-setup&apos; で正しい環境を作れます。</translation>
    </message>
    <message>
        <source>The runner was built with torch %1, the Python environment has torch %2; &apos;./quickstart build&apos; makes them fit.</source>
        <translation>ランナーは torch %1 でビルドされていますが、Python 環境の torch は %2 です。&apos;./quickstart build&apos; で一致させられます。</translation>
    </message>
    <message>
        <source>The runner does not start; &apos;./quickstart build&apos; builds it anew. It says: %1</source>
        <translation>ランナーが起動しません。&apos;./quickstart build&apos; でビルドし直せます。ランナーの出力: 「%1」</translation>
    </message>
    <message>
        <source>The runner does not start in time; &apos;./quickstart build&apos; builds it anew.</source>
        <translation>ランナーが時間内に起動しません。&apos;./quickstart build&apos; でビルドし直せます。</translation>
    </message>
    <message>
        <source>The Python environment does not work; the System page says what is missing.</source>
        <translation>Python 環境が動作しません。不足しているものは「システム」ページで確認できます。</translation>
    </message>
    <message>
        <source>The Python environment was not made: %1</source>
        <translation>Python 環境を作成できませんでした: 「%1」</translation>
    </message>
    <message>
        <source>The engine&apos;s library &apos;%1&apos; could not be loaded: %2</source>
        <translation>エンジンのライブラリ「%1」を読み込めません: 「%2」</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be started: %2.</source>
        <translation>「%1」を起動できません: %2</translation>
    </message>
    <message>
        <source>The cache &apos;%1&apos; lies where nothing may be executed (mounted noexec), and compiled models are programs; XDG_CACHE_HOME names another place.</source>
        <translation>キャッシュ「%1」は実行が禁止された場所にあります（noexec でマウント）。コンパイル済みモデルはプログラムです。XDG_CACHE_HOME で別の場所を指定できます。</translation>
    </message>
    <message>
        <source>There are only %1 free where the cache is; %2 are needed.</source>
        <translation>キャッシュの場所の空きは %1 しかありません。%2 が必要です。</translation>
    </message>
    <message>
        <source>What is left of the run can be resumed.</source>
        <translation>残りの測定は再開できます。</translation>
    </message>
    <message>
        <source>The sample run cannot be resumed.</source>
        <translation>サンプルの実行結果は再開できません。</translation>
    </message>
    <message>
        <source>The run was begun with the image &apos;%1&apos;, which is now &apos;%2&apos;; it cannot be resumed with another one.</source>
        <translation>この実行は画像「%1」で始められましたが、現在の画像は「%2」です。別の画像では再開できません。</translation>
    </message>
    <message>
        <source>The target &apos;%1&apos; cannot be used: %2</source>
        <translation>ターゲット「%1」は使えません: 「%2」</translation>
    </message>
    <message>
        <source>The target &apos;%1&apos; ended early: %2</source>
        <translation>ターゲット「%1」が途中で終了しました: 「%2」</translation>
    </message>
    <message>
        <source>The target &apos;%1&apos; did not answer: %2</source>
        <translation>ターゲット「%1」が応答しませんでした: 「%2」</translation>
    </message>
    <message>
        <source>A target cannot be called &apos;%1&apos;; a name has up to 40 letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;, and is not &apos;local&apos;, which is this machine.</source>
        <translation>ターゲットの名前「%1」は使えません。英数字、「-」「_」「.」で 40 文字まで、このマシンを表す「local」以外を指定してください。</translation>
    </message>
    <message>
        <source>The installation of &apos;%1&apos; is &apos;%2&apos;; it must be an absolute path without blanks and signs that a shell would change.</source>
        <translation>「%1」のインストール先「%2」は使えません。空白やシェルが変える記号のない絶対パスを指定してください。</translation>
    </message>
    <message>
        <source>The launcher of &apos;%1&apos; has an empty word, or more than %2.</source>
        <translation>「%1」の起動コマンドに空の語があるか、%2 語を超えています。</translation>
    </message>
    <message>
        <source>There are two targets of the name &apos;%1&apos;.</source>
        <translation>「%1」という名前のターゲットが 2 つあります。</translation>
    </message>
    <message>
        <source>There are more than %1 targets.</source>
        <translation>ターゲットが %1 件を超えています。</translation>
    </message>
    <message>
        <source>The settings &apos;%1&apos; cannot be used.</source>
        <translation>設定「%1」は使えません。</translation>
    </message>
    <message>
        <source>There is no target &apos;%1&apos;.</source>
        <translation>ターゲット「%1」はありません。</translation>
    </message>
    <message>
        <source>The System page adds one.</source>
        <translation>「システム」ページで追加できます。</translation>
    </message>
    <message>
        <source>The System page shows what there is.</source>
        <translation>一覧は「システム」ページにあります。</translation>
    </message>
    <message>
        <source>Message: %1</source>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>words that are English in every language</comment>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>%1 of the runs used a Python that nothing on this machine names any more: the file beside %2 is missing. Such a run can neither be resumed nor measured again with it.</source>
        <translation>%1 件の実行結果が使った Python の場所は、このマシンでわからなくなっています（%2 に付属するファイルがありません）。その Python での再開や再測定はできません。</translation>
    </message>
    <message>
        <source>The run used a Python of its own, and nothing on this machine says which: the file beside %1 is missing. Start a new run that names it.</source>
        <translation>この実行は独自の Python を使いましたが、その場所がこのマシンでわかりません（%1 に付属するファイルがありません）。Python を指定して新しく実行してください。</translation>
    </message>
    <message>
        <source>Reading the model: %1</source>
        <translation>モデルを読み取り中: %1</translation>
    </message>
    <message>
        <source>Nothing has a time in every source at this batch size and data type. “Show missing” adds what has one in some.</source>
        <translation>このバッチサイズとデータ型では、すべての比較対象に時間がある項目がありません。「欠けている項目も表示」で、一部にだけある項目も表示できます。</translation>
    </message>
</context>
</TS>
