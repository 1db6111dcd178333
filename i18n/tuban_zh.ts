<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>tuban</name>
    <message>
        <source> (of {count} it is not known)</source>
        <translation>（其中 {count} 个面积未知）</translation>
    </message>
    <message>
        <source> ({why})</source>
        <translation>（{why}）</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source> mu</source>
        <translation> 亩</translation>
    </message>
    <message>
        <source> … and {count} more</source>
        <translation> …… 另有 {count} 个</translation>
    </message>
    <message>
        <source>(no imagery)</source>
        <translation>（无影像）</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>0 find out by comparing with the shapes, 1 m², 2 mu, 3 ha.</source>
        <translation>0 与图形面积比较后自动判断，1 平方米，2 亩，3 公顷。</translation>
    </message>
    <message>
        <source>0: as the work plan says.</source>
        <translation>0 表示按工作方案。</translation>
    </message>
    <message>
        <source>18 is about 0.6 m on the ground.</source>
        <translation>18 级约合地面 0.6 米。</translation>
    </message>
    <message>
        <source>2023-04-10, or empty: open</source>
        <translation>2023-04-10；留空为不限</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>; mineral: {left} of {total}</source>
        <translation>；矿产剩余 {left} / 共 {total}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{left}&lt;/b&gt; left of {total}</source>
        <translation>剩余 &lt;b&gt;{left}&lt;/b&gt; / 共 {total}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{left}&lt;/b&gt; to review of {total}</source>
        <translation>待审 &lt;b&gt;{left}&lt;/b&gt; / 共 {total}</translation>
    </message>
    <message>
        <source>A case needs a number and a parcel at least.</source>
        <translation>案件至少要有编号和一个地块。</translation>
    </message>
    <message>
        <source>A casebook belongs to one county and one work plan; the plan's dates, thresholds, categories and flags hold for everything in it.</source>
        <translation>一个台账本只属于一个县和一个工作方案；方案中的日期、阈值、类别和“是否”项适用于其中的全部内容。</translation>
    </message>
    <message>
        <source>A certificate rests on an inspection in place</source>
        <translation>证明以核验到位为依据</translation>
    </message>
    <message>
        <source>A city's casebook holds the packages of all its counties.</source>
        <translation>市级台账本汇总各县（市、区）的成果包。</translation>
    </message>
    <message>
        <source>A closed case of the ledger is reopened with it.</source>
        <translation>台账中已销号的案件将随之重新立账。</translation>
    </message>
    <message>
        <source>A county's month</source>
        <translation>县级月度工作</translation>
    </message>
    <message>
        <source>A file is being read.</source>
        <translation>正在读取文件。</translation>
    </message>
    <message>
        <source>A form of the package, or another table (xlsx, CSV) with its headings</source>
        <translation>成果包中的表，或其他带表头的表格（xlsx、CSV）</translation>
    </message>
    <message>
        <source>A geometry in the casebook was written by another program.</source>
        <translation>台账本中有图形是由其他程序写入的。</translation>
    </message>
    <message>
        <source>A layer (EPSG:4490) with a feature per finding; those about the month have none.</source>
        <translation>图层（EPSG:4490），每条检查结果一个要素；针对全月的没有图形。</translation>
    </message>
    <message>
        <source>A layer of the project, or a file: where the pictures come from.</source>
        <translation>影像来源：工程中的图层或文件。</translation>
    </message>
    <message>
        <source>A layer that is older than the date is told; empty: nothing is compared.</source>
        <translation>图层早于该日期时给出提示；为空则不比较。</translation>
    </message>
    <message>
        <source>A layout template; empty: the office's own, or Tuban's.</source>
        <translation>布局模板；留空：用本单位的表式，没有则用 Tuban 的。</translation>
    </message>
    <message>
        <source>A line needs two points at least.</source>
        <translation>一条线至少要有两个点。</translation>
    </message>
    <message>
        <source>A military patch is in the package. Take it out and tell the sender.</source>
        <translation>成果包中有军用图斑。请剔除并告知报送单位。</translation>
    </message>
    <message>
        <source>A minus means that more was carried out than decided.</source>
        <translation>负数表示已执行数多于决定数。</translation>
    </message>
    <message>
        <source>A month such as 2023-04 is expected, not “{month}”.</source>
        <translation>应为 2023-04 这样的月份，而不是“{month}”。</translation>
    </message>
    <message>
        <source>A package to be checked too; empty: only the casebook.</source>
        <translation>需要一并检查的成果包；留空则只检查台账本。</translation>
    </message>
    <message>
        <source>A parcel's number begins with its patch's</source>
        <translation>地块编号以所属图斑编号开头</translation>
    </message>
    <message>
        <source>A patch of this number is in this casebook, of {months}.</source>
        <translation>本台账本有同编号的图斑，月份为 {months}。</translation>
    </message>
    <message>
        <source>A photo was sent for this parcel, which gave way to others here. The photo is not taken over; it stays in the file that was sent.</source>
        <translation>对方报来此地块的照片，但此地块在本台账本中已被其他地块取代。照片不收入，仍在来件中。</translation>
    </message>
    <message>
        <source>A piece too small for a parcel goes to the neighbour with most shared border.</source>
        <translation>不足以成为地块的碎片，并入共同边界最长的相邻部分。</translation>
    </message>
    <message>
        <source>A public key has {count} hexadecimal digits.</source>
        <translation>公钥为 {count} 位十六进制数字。</translation>
    </message>
    <message>
        <source>A recheck is being recorded.</source>
        <translation>正在记录复核结果。</translation>
    </message>
    <message>
        <source>A report is .xlsx or .json; {file} is neither.</source>
        <translation>报告只能是 .xlsx 或 .json;{file} 都不是。</translation>
    </message>
    <message>
        <source>A return needs a reason.</source>
        <translation>退回须选原因。</translation>
    </message>
    <message>
        <source>A row for each measure</source>
        <translation>一项措施一行</translation>
    </message>
    <message>
        <source>A row of totals.</source>
        <translation>合计行。</translation>
    </message>
    <message>
        <source>A row per figure; the row without a code is the whole. Areas in mu, shares in %.</source>
        <translation>每个数一行；没有代码的行为总计。面积单位为亩，比率单位为 %。</translation>
    </message>
    <message>
        <source>A saved queue cannot be read.</source>
        <translation>保存的队列无法读取。</translation>
    </message>
    <message>
        <source>A sheet per table, in Chinese; totals and shares are formulas.</source>
        <translation>每张表一个工作表，中文；合计和比率为公式。</translation>
    </message>
    <message>
        <source>A table or layer, or the path of an xlsx, or of a CSV file in UTF-8 or GBK.</source>
        <translation>表格或图层，或 xlsx 文件、UTF-8 或 GBK 编码的 CSV 文件的路径。</translation>
    </message>
    <message>
        <source>A table without geometry, one row per case.</source>
        <translation>无几何的表，每案一行。</translation>
    </message>
    <message>
        <source>A table without geometry, one row per open term.</source>
        <translation>无图形的表，每个未了期限一行。</translation>
    </message>
    <message>
        <source>A table without geometry, one row per parcel.</source>
        <translation>无图形的表，每个地块一行。</translation>
    </message>
    <message>
        <source>A table without geometry, one row per patch and earlier work.</source>
        <translation>无几何的表，每个图斑的每条往期记录一行。</translation>
    </message>
    <message>
        <source>A table without geometry, one row per patch.</source>
        <translation>无几何的表，每个图斑一行。</translation>
    </message>
    <message>
        <source>A table without geometry, one row per recheck.</source>
        <translation>无几何的表，每项复核一行。</translation>
    </message>
    <message>
        <source>A table without geometry, one row per row of the list.</source>
        <translation>无几何的表，旧台账每行一行。</translation>
    </message>
    <message>
        <source>A table without geometry, one row per sign and parcel.</source>
        <translation>无几何的表，每个地块的每条疑点一行。</translation>
    </message>
    <message>
        <source>A table without geometry.</source>
        <translation>无几何的表。</translation>
    </message>
    <message>
        <source>A table without geometry: a row per unit, in a county's casebook per township.</source>
        <translation>不含图形的表，每个单位一行；县级台账本每个乡镇一行。</translation>
    </message>
    <message>
        <source>A table without geometry: each photo, its parcel, and why.</source>
        <translation>无几何的表：每张照片、所属地块及理由。</translation>
    </message>
    <message>
        <source>A table without geometry: each row as it was understood.</source>
        <translation>无几何的表：每行是怎样理解的。</translation>
    </message>
    <message>
        <source>A template in Word; empty: the office's own, or Tuban's.</source>
        <translation>Word 模板；留空：用单位自己的，没有则用 Tuban 的。</translation>
    </message>
    <message>
        <source>A text names a military patch; take it out.</source>
        <translation>文本中提到了军事图斑，请删去。</translation>
    </message>
    <message>
        <source>A threshold includes its own number. Figures are compared in mu as rounded on the forms. An unknown figure (NULL) reaches nothing and is told. Military land - a marker word of the work plan in any column, or so known to the casebook that the table belongs to - is left out.</source>
        <translation>阈值含本数。按表中取舍后的亩数比较。未知数值（NULL）不达到任何阈值，并给出提示。军用土地（任一列含工作方案的标记词，或表所属台账本认定为军用）不输出。</translation>
    </message>
    <message>
        <source>A working file needs a name and at least one patch.</source>
        <translation>分工文件须有名称，并至少包含一个图斑。</translation>
    </message>
    <message>
        <source>About which part</source>
        <translation>针对哪一部分</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>Above left</source>
        <translation>表头左侧</translation>
    </message>
    <message>
        <source>Above right</source>
        <translation>表头右侧</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Accept the proposal</source>
        <translation>采纳建议</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>核验到位</translation>
    </message>
    <message>
        <source>Accepted on</source>
        <translation>验收日期</translation>
    </message>
    <message>
        <source>Accepted on {day}, without a certificate</source>
        <translation>{day} 核验到位，尚未出具证明</translation>
    </message>
    <message>
        <source>Accountability ratio</source>
        <translation>问责比例</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Actual use</source>
        <translation>实际用途</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Add a service…</source>
        <translation>添加服务…</translation>
    </message>
    <message>
        <source>Add a tile service</source>
        <translation>添加瓦片服务</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>添加照片…</translation>
    </message>
    <message>
        <source>Add {parcel}</source>
        <translation>加入 {parcel}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>主送</translation>
    </message>
    <message>
        <source>Addressee of a branch</source>
        <translation>派出机构的收函单位</translation>
    </message>
    <message>
        <source>Adds to</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Adds two layers, counties by progress and by ratio, in a group of their own. Nothing else in the project is changed; they go with the casebook, or by the button below.</source>
        <translation>在单独的图层组中添加两个图层：各县（市、区）按进度、按比例分级。工程中其他内容不变；关闭台账本或点击下方按钮即移除。</translation>
    </message>
    <message>
        <source>Adds up</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>Adjusted by {area} m² so that the parts add up: {part}.</source>
        <translation>为使各部分之和等于总面积，{part}平差 {area} 平方米。</translation>
    </message>
    <message>
        <source>Administrative code of the county, six digits; of a branch that has none, the code of the work plan's list of units.</source>
        <translation>县级行政区划代码，六位数字；没有代码的分局，用工作方案单位表中的代号。</translation>
    </message>
    <message>
        <source>After</source>
        <translation>晚于</translation>
    </message>
    <message>
        <source>After a number of things</source>
        <translation>个数之后的字</translation>
    </message>
    <message>
        <source>After a verdict, ask for what it lacks and the desk can say</source>
        <translation>判定后随即询问案头可填而未填的内容</translation>
    </message>
    <message>
        <source>After deduction</source>
        <translation>扣减后</translation>
    </message>
    <message>
        <source>After so many returns</source>
        <translation>退回多少次后</translation>
    </message>
    <message>
        <source>After the work</source>
        <translation>整改后</translation>
    </message>
    <message>
        <source>After {day}</source>
        <translation>后 {day}</translation>
    </message>
    <message>
        <source>After: {name}, taken {day}; the patch says {wanted}</source>
        <translation>后时相：{name}，拍摄于 {day}；图斑为 {wanted}</translation>
    </message>
    <message>
        <source>Ages</source>
        <translation>账龄</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All counties</source>
        <translation>全部县（市、区）</translation>
    </message>
    <message>
        <source>All findings with an outline as a layer, by severity</source>
        <translation>把有范围的检查结果显示为图层，按级别着色</translation>
    </message>
    <message>
        <source>All handed up</source>
        <translation>已全部上报</translation>
    </message>
    <message>
        <source>All kinds of the work plan</source>
        <translation>方案中的全部证据类型</translation>
    </message>
    <message>
        <source>All of these have to be so; of a list, any one.</source>
        <translation>各项条件须同时满足；同一列表中满足任一项即可。</translation>
    </message>
    <message>
        <source>All parcels</source>
        <translation>全部地块</translation>
    </message>
    <message>
        <source>All passed</source>
        <translation>全部通过</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>所有年度</translation>
    </message>
    <message>
        <source>Already put right</source>
        <translation>已整改</translation>
    </message>
    <message>
        <source>Also as PDF</source>
        <translation>同时输出 PDF</translation>
    </message>
    <message>
        <source>Also issue certificates to accepted parcels that have none. This is recorded.</source>
        <translation>同时为核验到位但尚无证明的地块出具证明，并记入台账本。</translation>
    </message>
    <message>
        <source>Also parcels under which nothing has changed: shape, layers, work plan.</source>
        <translation>依据（图形、图层、工作方案）未变的地块也重新计算。</translation>
    </message>
    <message>
        <source>Also write certificates that were revoked.</source>
        <translation>同时生成已撤销的证明。</translation>
    </message>
    <message>
        <source>Always after</source>
        <translation>固定为后时相</translation>
    </message>
    <message>
        <source>Always before</source>
        <translation>固定为前时相</translation>
    </message>
    <message>
        <source>Among</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数额</translation>
    </message>
    <message>
        <source>Amount or area</source>
        <translation>金额或面积</translation>
    </message>
    <message>
        <source>An address with {places} is needed, such as {example}.</source>
        <translation>地址须含 {places}，例如 {example}。</translation>
    </message>
    <message>
        <source>An earlier package of {name} is missing: this one goes on from entry {seq} of its journal, which was not read here.</source>
        <translation>缺少{name}更早的成果包：本包的日志从第 {seq} 条之后接续，而此前的部分没有在此读取过。</translation>
    </message>
    <message>
        <source>An error stops the submission, a warning has to be read. Military patches must not be in an ordinary package. Where a rule comes from the work plan, a standard or from practice is given with each finding.</source>
        <translation>有错误则不能上报，警告须阅知。普通成果包中不得含有军事图斑。每条检查结果都注明规则出自工作方案、技术标准还是实践做法。</translation>
    </message>
    <message>
        <source>An image date is missing.</source>
        <translation>缺少影像时相。</translation>
    </message>
    <message>
        <source>An outline has three corners at least.</source>
        <translation>范围至少有三个角点。</translation>
    </message>
    <message>
        <source>Another casebook, a layer, or a ledger; empty: only this casebook's own months.</source>
        <translation>另一本台账、图层或台账表；留空则只关联本台账各月。</translation>
    </message>
    <message>
        <source>Another county has a case of this number here; this one is left out. Number cases so that they differ between counties.</source>
        <translation>本台账本中另一个县已有同号案件，此案件未并入。请使各县案件编号互不相同。</translation>
    </message>
    <message>
        <source>Another parcel</source>
        <translation>其他地块</translation>
    </message>
    <message>
        <source>Another parcel of patch {patch} is military, so the whole patch stays out of this package. Ask the city how to report this parcel.</source>
        <translation>图斑 {patch} 的另一地块是军事用地，因此整个图斑不列入本成果包。该地块如何上报，请咨询市级。</translation>
    </message>
    <message>
        <source>Another parcel…</source>
        <translation>其他地块…</translation>
    </message>
    <message>
        <source>Another program is writing to {file}. Try again in a moment.</source>
        <translation>另一个程序正在写入 {file}，请稍后再试。</translation>
    </message>
    <message>
        <source>Another rule holds</source>
        <translation>另一规则成立</translation>
    </message>
    <message>
        <source>Another service (province, city …)</source>
        <translation>其他服务（省级、市级等）</translation>
    </message>
    <message>
        <source>Another window of this QGIS has this casebook open. You can read; what is recorded there shows here.</source>
        <translation>此台账本已在本 QGIS 的另一窗口打开。这里只能查看；那边记录的内容会显示在这里。</translation>
    </message>
    <message>
        <source>Answer taken back</source>
        <translation>撤回答复</translation>
    </message>
    <message>
        <source>Answer to the return</source>
        <translation>对退回的答复</translation>
    </message>
    <message>
        <source>Answer to the return: {kind} {words}</source>
        <translation>答复退回：{kind} {words}</translation>
    </message>
    <message>
        <source>Answer: {answer}</source>
        <translation>县级答复：{answer}</translation>
    </message>
    <message>
        <source>Answered, not handed up yet</source>
        <translation>待再次上报</translation>
    </message>
    <message>
        <source>Answered; to be handed up again</source>
        <translation>已答复，待再次上报</translation>
    </message>
    <message>
        <source>Any words or numbers; the same ones draw the same patches.</source>
        <translation>任意文字或数字；相同则抽取结果相同。</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申请验收</translation>
    </message>
    <message>
        <source>Application for acceptance</source>
        <translation>申请验收</translation>
    </message>
    <message>
        <source>Application for the inspection</source>
        <translation>申请验收</translation>
    </message>
    <message>
        <source>Application to the city</source>
        <translation>申请市局验收</translation>
    </message>
    <message>
        <source>Applied by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Applied for acceptance</source>
        <translation>已申请验收</translation>
    </message>
    <message>
        <source>Applied on</source>
        <translation>申请日期</translation>
    </message>
    <message>
        <source>Applies</source>
        <translation>是否采用</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>审批范围</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Area (mu)</source>
        <translation>面积（亩）</translation>
    </message>
    <message>
        <source>Area of all gaps in m²</source>
        <translation>全部缝隙面积（平方米）</translation>
    </message>
    <message>
        <source>Area per land-use code</source>
        <translation>各地类面积</translation>
    </message>
    <message>
        <source>Area, mu</source>
        <translation>面积（亩）</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Areas and tolerances</source>
        <translation>面积与公差</translation>
    </message>
    <message>
        <source>Areas are ellipsoidal (CGCS2000, TD/T 1055-2019). The four classes and what no land-use layer covers add up to the area, to 0.01 mu. Overlapping features of one layer count once; where their codes differ the work plan says which one counts. Without a layer its figure is NULL, not zero. The deduction (KCXS) of cultivated land is booked to the ridge code, as the work plan says: cultivated_net, other agricultural, construction, unused and uncovered make up the area, and cultivated is the gross figure. Military land - a marker word of the work plan in any attribute, or so known to the casebook that the layer belongs to - is left out of every output.</source>
        <translation>面积为椭球面积（CGCS2000，TD/T 1055-2019）。四类用地与无地类覆盖部分之和等于图斑面积，精确到 0.01 亩。同一图层的重叠要素只计一次；地类编码不一致时，由工作方案规定以哪个为准。没有图层时其数值为 NULL，而不是零。耕地的扣除面积（KCXS）按工作方案计入田坎：cultivated_net、其他农用地、建设用地、未利用地与未覆盖部分构成总面积，cultivated 为毛面积。军用土地（任一属性含工作方案的标记词，或图层所属台账本认定为军用）不进入任何输出。</translation>
    </message>
    <message>
        <source>Areas are ellipsoidal (CGCS2000, TD/T 1055-2019). The four classes and what no land-use layer covers add up to the parcel, to 0.01 mu. Overlapping features of one layer count once. Where a layer does not reach a parcel its figure is unknown, not zero. Military parcels get figures in the casebook and never appear in the output.</source>
        <translation>面积为椭球面积（CGCS2000，TD/T 1055-2019）。四类地面积与地类图层未覆盖部分之和等于地块面积，精确到 0.01 亩。同一图层中相互重叠的要素只计一次。图层未覆盖的地块，其数值为“未知”而不是零。军事地块在台账本中有数值，但绝不出现在输出中。</translation>
    </message>
    <message>
        <source>Areas are ellipsoidal (CGCS2000, TD/T 1055-2019); 0.1 mm is the topology tolerance of the land survey's database. Military land - a marker word of the work plan in any attribute, or so known to the casebook that the layer belongs to - is left out.</source>
        <translation>面积为椭球面积（CGCS2000，TD/T 1055-2019）；0.1 毫米为国土调查数据库的拓扑容差。军用土地（任一属性含工作方案的标记词，或图层所属台账本认定为军用）不输出。</translation>
    </message>
    <message>
        <source>Areas are the same up to (mu)</source>
        <translation>面积差不超过此值视为相同（亩）</translation>
    </message>
    <message>
        <source>Areas at this parcel:</source>
        <translation>本地块处的面：</translation>
    </message>
    <message>
        <source>Areas that moved</source>
        <translation>面积变动</translation>
    </message>
    <message>
        <source>Areas that moved by so many mu</source>
        <translation>面积变动达到（亩）</translation>
    </message>
    <message>
        <source>Areas that reach one</source>
        <translation>达到阈值的区域数</translation>
    </message>
    <message>
        <source>Around the patch</source>
        <translation>图斑外扩</translation>
    </message>
    <message>
        <source>Article of the law</source>
        <translation>法条</translation>
    </message>
    <message>
        <source>As in the plan</source>
        <translation>按工作方案</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>改动前</translation>
    </message>
    <message>
        <source>As much was measured as was recultivated</source>
        <translation>实测面积与复耕面积相符</translation>
    </message>
    <message>
        <source>As of the end of which day, like 2023-04-25; empty: as things stand now.</source>
        <translation>截至哪一日（当日终），如 2023-04-25；留空：按目前情况。</translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation>截至 {day}</translation>
    </message>
    <message>
        <source>As of {day}; handed up by {county_day}, corrected by {correction_day}</source>
        <translation>截至 {day}；月清上报时限 {county_day}，月核纠正时限 {correction_day}</translation>
    </message>
    <message>
        <source>As of {day}; handed up {county_day} ({county}), corrected {correction_day} ({correction})</source>
        <translation>截至 {day}；上报期限 {county_day}（{county}），纠正期限 {correction_day}（{correction}）</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>恢复为已记录的</translation>
    </message>
    <message>
        <source>As text…</source>
        <translation>以文本编辑…</translation>
    </message>
    <message>
        <source>As they are printed, or with the keyboard's brackets; commas between several.</source>
        <translation>按证明上印的填写，括号可用键盘上的；多个之间用逗号。</translation>
    </message>
    <message>
        <source>As with villages. Otherwise there is only inside and outside.</source>
        <translation>如村界。否则只分里外。</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Asked for at once after a verdict</source>
        <translation>判定后随即询问</translation>
    </message>
    <message>
        <source>Assumed put right</source>
        <translation>假定整改到位</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>不小于</translation>
    </message>
    <message>
        <source>At least so many</source>
        <translation>至少张数</translation>
    </message>
    <message>
        <source>At least, patches</source>
        <translation>至少（个）</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>不大于</translation>
    </message>
    <message>
        <source>Attach field photos</source>
        <translation>关联外业照片</translation>
    </message>
    <message>
        <source>Attach photos</source>
        <translation>关联照片</translation>
    </message>
    <message>
        <source>Attach photos…</source>
        <translation>关联照片…</translation>
    </message>
    <message>
        <source>Attach {count} photos</source>
        <translation>关联 {count} 张照片</translation>
    </message>
    <message>
        <source>Attaching photos</source>
        <translation>正在关联照片</translation>
    </message>
    <message>
        <source>Base data</source>
        <translation>底图数据</translation>
    </message>
    <message>
        <source>Basic farmland</source>
        <translation>永久基本农田</translation>
    </message>
    <message>
        <source>Basic farmland (mu)</source>
        <translation>永农（亩）</translation>
    </message>
    <message>
        <source>Basic farmland, mu</source>
        <translation>永久基本农田（亩）</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>早于</translation>
    </message>
    <message>
        <source>Before deduction</source>
        <translation>扣减前</translation>
    </message>
    <message>
        <source>Before the work</source>
        <translation>整改前</translation>
    </message>
    <message>
        <source>Before {day}</source>
        <translation>前 {day}</translation>
    </message>
    <message>
        <source>Before, violation, now</source>
        <translation>前时相、违法时、现状</translation>
    </message>
    <message>
        <source>Before: {name}, taken {day}; the patch says {wanted}</source>
        <translation>前时相：{name}，拍摄于 {day}；图斑为 {wanted}</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Begun on</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>Beside each figure stands that of the same months a year before.</source>
        <translation>每个数旁列上年同期数。</translation>
    </message>
    <message>
        <source>Between county and city</source>
        <translation>县市往来（上报、审核、反馈）</translation>
    </message>
    <message>
        <source>Between entries</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Boundary texts of parcels</source>
        <translation>地块界址点文本</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>Bounds in years</source>
        <translation>分段（年）</translation>
    </message>
    <message>
        <source>Brackets in forms</source>
        <translation>表中括号</translation>
    </message>
    <message>
        <source>Branch without a code of its own</source>
        <translation>无行政区划代码的分局</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>建设时间</translation>
    </message>
    <message>
        <source>Bulletins, reports, notices</source>
        <translation>通报、报告、提醒函</translation>
    </message>
    <message>
        <source>Bulletins, reports, notices…</source>
        <translation>通报、报告、提醒函…</translation>
    </message>
    <message>
        <source>By county and year, in Chinese.</source>
        <translation>按县（市、区）和年度，中文。</translation>
    </message>
    <message>
        <source>By its date</source>
        <translation>按日期选用</translation>
    </message>
    <message>
        <source>By month and person</source>
        <translation>按月份和人员</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>按编号</translation>
    </message>
    <message>
        <source>By person; names with commas between</source>
        <translation>按人员（姓名用逗号隔开）</translation>
    </message>
    <message>
        <source>By the day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>By this day the counties have corrected what was returned</source>
        <translation>各县应在此日前纠正退回的图斑</translation>
    </message>
    <message>
        <source>By township, as the overlay found it</source>
        <translation>按乡镇（以套合结果为准）</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>CGCS2000, three-degree zone {zone}; X north, Y east, in metres</source>
        <translation>CGCS2000，3 度带第 {zone} 带；X 北、Y 东，单位米</translation>
    </message>
    <message>
        <source>CRS or encoding of layer {layer}</source>
        <translation>图层 {layer} 的坐标系或编码</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>读不了</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>题注</translation>
    </message>
    <message>
        <source>Carried on, no verdict</source>
        <translation>外推范围（非结论）</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>Carried out on</source>
        <translation>执行日期</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Case and its parcels</source>
        <translation>案件及其地块</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>案件编号</translation>
    </message>
    <message>
        <source>Case {case} has a stop notice, steps, penalties, transfers or days that do not count; take those out before the case itself.</source>
        <translation>案件 {case} 已有责令停止通知书、步骤、处罚、移送或不计入的时间；请先取消这些记录，再撤去案件。</translation>
    </message>
    <message>
        <source>Case, actor, parcel or step</source>
        <translation>案件、当事人、地块或步骤</translation>
    </message>
    <message>
        <source>Casebook</source>
        <translation>台账本</translation>
    </message>
    <message>
        <source>Casebook (*.gpkg)</source>
        <translation>台账本 (*.gpkg)</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Cases and deadlines</source>
        <translation>案件与期限</translation>
    </message>
    <message>
        <source>Cases in the package</source>
        <translation>材料包中的案件数</translation>
    </message>
    <message>
        <source>Cases that are in the ledger with other content get that of the list.</source>
        <translation>台账中已有但内容不同的案件，改为此表的内容。</translation>
    </message>
    <message>
        <source>Cases that are new or have changed</source>
        <translation>新增或变更的案件</translation>
    </message>
    <message>
        <source>Cases that the list tells otherwise</source>
        <translation>此表内容与台账不同的案件数</translation>
    </message>
    <message>
        <source>Cases that were there already</source>
        <translation>已在台账中的案件数</translation>
    </message>
    <message>
        <source>Cases…</source>
        <translation>案件…</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>判定类型</translation>
    </message>
    <message>
        <source>Categories that are no verdict yet</source>
        <translation>未定性类型</translation>
    </message>
    <message>
        <source>Categories that say nothing was built</source>
        <translation>表明未建设的判定类别</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>判定类型</translation>
    </message>
    <message>
        <source>Category where evidence is missing</source>
        <translation>证据不足时的判定类型</translation>
    </message>
    <message>
        <source>Category {category} has no subcategory “{code}”.</source>
        <translation>类型 {category} 没有细类“{code}”。</translation>
    </message>
    <message>
        <source>Category {category} is for patches of another kind.</source>
        <translation>判定类型“{category}”不适用于这一类图斑。</translation>
    </message>
    <message>
        <source>Category {category} wants a subcategory.</source>
        <translation>类型 {category} 需要填写细类。</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心点</translation>
    </message>
    <message>
        <source>Centre (longitude, latitude)</source>
        <translation>中心点（经度、纬度）</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>到位证明</translation>
    </message>
    <message>
        <source>Certificate of recultivation</source>
        <translation>拆除复耕到位证明</translation>
    </message>
    <message>
        <source>Certificate {number} for {parcel} has the number of one that {holder} has already.</source>
        <translation>{parcel} 的证明 {number} 与 {holder} 已有证明的编号重复。</translation>
    </message>
    <message>
        <source>Certificate {number} issued</source>
        <translation>出具证明 {number}</translation>
    </message>
    <message>
        <source>Certificate {number} names the inspection of {day}; there is none that found it in place.</source>
        <translation>证明 {number} 依据 {day} 的核验，但没有当日核验到位的记录。</translation>
    </message>
    <message>
        <source>Certificate {number} rests on the inspection of {day}; revoke it before the inspection is changed or taken out.</source>
        <translation>证明 {number} 依据 {day} 的核验出具；请先撤销证明，再修改或取消该次核验。</translation>
    </message>
    <message>
        <source>Certificate {number} revoked: {why}</source>
        <translation>撤销证明 {number}：{why}</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>到位证明</translation>
    </message>
    <message>
        <source>Certificates are being issued.</source>
        <translation>正在出具证明。</translation>
    </message>
    <message>
        <source>Certificates are numbered in the casebook itself, not in the working file {name}. Read the working file in there first.</source>
        <translation>证明须在台账本中编号，不能在分工文件 {name} 中编号；请先将分工文件并回台账本。</translation>
    </message>
    <message>
        <source>Certificates issued</source>
        <translation>已出具的证明数</translation>
    </message>
    <message>
        <source>Certificates of recultivation</source>
        <translation>拆除复耕到位证明</translation>
    </message>
    <message>
        <source>Certificates revoked</source>
        <translation>本次撤销的证明</translation>
    </message>
    <message>
        <source>Certificates that were revoked before</source>
        <translation>此前已撤销的证明</translation>
    </message>
    <message>
        <source>Certificates written</source>
        <translation>已生成的证明数</translation>
    </message>
    <message>
        <source>Certificates…</source>
        <translation>拆除复耕到位证明…</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>已出具证明</translation>
    </message>
    <message>
        <source>Change types</source>
        <translation>图斑类型</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>Changed after it was passed</source>
        <translation>审核通过后改动</translation>
    </message>
    <message>
        <source>Changed here only</source>
        <translation>仅本方改过</translation>
    </message>
    <message>
        <source>Changed measures</source>
        <translation>改动的措施</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>双方都改过</translation>
    </message>
    <message>
        <source>Changed since it was passed; it has to be handed up again.</source>
        <translation>审核通过后又有改动，须重新上报。</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Changes ({count})</source>
        <translation>改动（{count}）</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Check and submit {month}</source>
        <translation>检查并上报 {month}</translation>
    </message>
    <message>
        <source>Check and submit…</source>
        <translation>检查并上报…</translation>
    </message>
    <message>
        <source>Check how parcels are put right</source>
        <translation>检查整改情况</translation>
    </message>
    <message>
        <source>Check package</source>
        <translation>检查成果包</translation>
    </message>
    <message>
        <source>Check report</source>
        <translation>检查报告</translation>
    </message>
    <message>
        <source>Check submission</source>
        <translation>检查上报成果</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>核查人</translation>
    </message>
    <message>
        <source>Checked by: ____________  Reviewed by: ____________  Date: ____________</source>
        <translation>检查人：____________　审核人：____________　日期：____________</translation>
    </message>
    <message>
        <source>Checked in the field</source>
        <translation>已实地核查</translation>
    </message>
    <message>
        <source>Checked: everything fits. Not saved yet.</source>
        <translation>检查通过，尚未保存。</translation>
    </message>
    <message>
        <source>Checking shapes and areas</source>
        <translation>正在检查图形和面积</translation>
    </message>
    <message>
        <source>Checking {file}</source>
        <translation>正在检查 {file}</translation>
    </message>
    <message>
        <source>Checking {month}</source>
        <translation>正在检查 {month}</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>核验清单</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Checks a submission package with the checks that its month went through.
Every member is compared with its hash first. Then the layers are asked what they can answer: numbers, shapes, areas, verdicts, flags and photos. Nothing is changed.</source>
        <translation>用上报前的同一套检查来检查收到的成果包。
先逐个核对文件校验值，再检查图层能回答的内容：编号、图形、面积、判定、“六个是否”和照片。不作任何改动。</translation>
    </message>
    <message>
        <source>Checks everything that has to be right before a month can be handed up.
Numbers, verdicts, flags, areas, shapes, texts and photos are checked by name; each finding says which parcel it is about and which rule it rests on. Nothing is changed, and errors do not make the algorithm fail: read their number.</source>
        <translation>检查当月成果上报前必须正确的全部内容。
逐项检查编号、判定、六个是否、面积、图形、文本和照片；每条结果都指明所涉地块和所依据的规则。不作任何更改；有错误时算法也不会中断，请查看错误数量。</translation>
    </message>
    <message>
        <source>Checks the file and lists what reading it would change; nothing is recorded.</source>
        <translation>核对文件并列出读取后的变化，不作记录。</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Choose FileGDB…</source>
        <translation>选择 FileGDB…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>请选择文件夹</translation>
    </message>
    <message>
        <source>Choose a folder that is there.</source>
        <translation>请选择已有的文件夹。</translation>
    </message>
    <message>
        <source>Choose export…</source>
        <translation>选择导出表…</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose for this casebook…</source>
        <translation>为本台账本选择…</translation>
    </message>
    <message>
        <source>Choose the cases of one county; there are those of {count}.</source>
        <translation>请选择同一个县（市、区）的案件；现有 {count} 个县（市、区）的。</translation>
    </message>
    <message>
        <source>Choose the file that was sent.</source>
        <translation>请选择收到的文件。</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose the work plan of this casebook</source>
        <translation>选择本台账本的工作方案</translation>
    </message>
    <message>
        <source>Choose two parcels of a patch at least, to put them together.</source>
        <translation>请至少选择同一图斑的两个地块来合并。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Chosen by hand.</source>
        <translation>人工指定。</translation>
    </message>
    <message>
        <source>Cites</source>
        <translation>引用条款</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市级</translation>
    </message>
    <message>
        <source>City decides…</source>
        <translation>市级判定…</translation>
    </message>
    <message>
        <source>City must-visit list</source>
        <translation>市级必须外业核查清单</translation>
    </message>
    <message>
        <source>City must-visit list {month}</source>
        <translation>市级必须外业核查清单 {month}</translation>
    </message>
    <message>
        <source>City verdict</source>
        <translation>市级判定</translation>
    </message>
    <message>
        <source>City's inspection</source>
        <translation>市级核验</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>图斑类别</translation>
    </message>
    <message>
        <source>Class and type</source>
        <translation>分类和类型</translation>
    </message>
    <message>
        <source>Class of the patch</source>
        <translation>图斑类型</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Clearly nearer by</source>
        <translation>明显更近</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>销号</translation>
    </message>
    <message>
        <source>Close the case…</source>
        <translation>销号…</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Closed cases</source>
        <translation>已销号案件数</translation>
    </message>
    <message>
        <source>Closed in the ledger</source>
        <translation>台账销号</translation>
    </message>
    <message>
        <source>Closed in the ledger on {day} by {who}: {why}</source>
        <translation>{day} 由 {who} 销号：{why}</translation>
    </message>
    <message>
        <source>Closed in the old list on {day}</source>
        <translation>旧台账于 {day} 销号</translation>
    </message>
    <message>
        <source>Closed in the old list without a day of acceptance and without a certificate.</source>
        <translation>旧台账已销号，但无验收日期也无到位证明。</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>销号日期</translation>
    </message>
    <message>
        <source>Closed on {day} by {who}</source>
        <translation>{day} 由 {who} 销号</translation>
    </message>
    <message>
        <source>Closed or reopened in the ledger</source>
        <translation>台账销号或重新立账</translation>
    </message>
    <message>
        <source>Closing of cases</source>
        <translation>销号</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Code of county or city</source>
        <translation>行政区划代码</translation>
    </message>
    <message>
        <source>Code of deducted ridges</source>
        <translation>田坎编码</translation>
    </message>
    <message>
        <source>Code of the county</source>
        <translation>县（市、区）代码</translation>
    </message>
    <message>
        <source>Code of the county or branch, as the work plan lists it.</source>
        <translation>县或分局的代码，以工作方案所列单位为准。</translation>
    </message>
    <message>
        <source>Code of the location</source>
        <translation>坐落代码</translation>
    </message>
    <message>
        <source>Code or name; empty: the casebook's own, where all cases are of one county.</source>
        <translation>代码或名称；留空：全部案件属于同一县（市、区）时即该县。</translation>
    </message>
    <message>
        <source>Code set</source>
        <translation>编码标准</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Codes of the plan's tables, or of its uses of the year's result (always by county), separated by commas, like verdicts,food_security; empty: all tables.</source>
        <translation>方案中统计表的代码，或年度成果应用事项的代码（一律按县统计），用逗号分隔，如 verdicts,food_security；留空为全部统计表。</translation>
    </message>
    <message>
        <source>Codes, classes, rounding and net or gross, by the name of the plan's folder.</source>
        <translation>编码、分类、取位和净面积或毛面积口径，按工作方案文件夹名选择。</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Column of the record number</source>
        <translation>记录号所在列</translation>
    </message>
    <message>
        <source>Column that says what was divided</source>
        <translation>说明是否拆分的列</translation>
    </message>
    <message>
        <source>Column {field} does not say whether its areas are in mu or m², and no parcel of this casebook is in the list to compare with. Choose the unit.</source>
        <translation>“{field}”列未写明面积单位是亩还是平方米，表中也没有本台账本的地块可供比对。请选择单位。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns of states</source>
        <translation>状态列</translation>
    </message>
    <message>
        <source>Columns that were not read: {names}</source>
        <translation>未识别的列：{names}</translation>
    </message>
    <message>
        <source>Columns, states and the tolerance of areas are those of the work plan's supervision.json. Full-width and half-width signs are the same. Rows of divided patches are left out where their parts follow; military land is not shown.</source>
        <translation>列名、状态码和面积容差取自工作方案的 supervision.json。全角、半角视为相同。被拆分图斑的行不列入，比对其拆分后的地块；不显示军用土地。</translation>
    </message>
    <message>
        <source>Combine conditions…</source>
        <translation>组合条件…</translation>
    </message>
    <message>
        <source>Combined conditions</source>
        <translation>组合条件</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Comment on this parcel</source>
        <translation>本地块备注</translation>
    </message>
    <message>
        <source>Comment taken off</source>
        <translation>备注已删除</translation>
    </message>
    <message>
        <source>Comment: {words}</source>
        <translation>备注：{words}</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Compare with the supervision system</source>
        <translation>与监管系统比对</translation>
    </message>
    <message>
        <source>Compare with the supervision system…</source>
        <translation>与监管系统比对…</translation>
    </message>
    <message>
        <source>Compare work plans</source>
        <translation>比较工作方案</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compares an export of the provincial supervision system with the casebook.
Which export it is, is known by its columns. Each field that differs is listed with both sides and the row of the export; what only one side says is in doubt. The system's states are a sheet of their own. Nothing in the casebook is changed.</source>
        <translation>把省级监管系统的导出表与台账逐字段比对。
按列名识别导出表种类。不一致的字段列出双方内容和导出表行号；只有一方有的列为存疑。系统状态另列一张表。台账不作任何改动。</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Comparing the two plans</source>
        <translation>正在比较两个方案</translation>
    </message>
    <message>
        <source>Comparing with {file}</source>
        <translation>正在比对 {file}</translation>
    </message>
    <message>
        <source>Comparing with {source}</source>
        <translation>正在与 {source} 比对</translation>
    </message>
    <message>
        <source>Complete (%)</source>
        <translation>数据完整程度（%）</translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>Compute all parcels again</source>
        <translation>全部重新计算</translation>
    </message>
    <message>
        <source>Compute this parcel's figures again from the base data</source>
        <translation>用底图重新计算此地块的数值</translation>
    </message>
    <message>
        <source>Computed are the parcels of the month under which anything has changed: their shape, a layer, the work plan.</source>
        <translation>只计算当月依据（图形、图层、工作方案）有变化的地块。</translation>
    </message>
    <message>
        <source>Computed area</source>
        <translation>计算面积</translation>
    </message>
    <message>
        <source>Computed area, m²</source>
        <translation>计算面积（m²）</translation>
    </message>
    <message>
        <source>Computed {when} by {who}</source>
        <translation>{when} 由{who}计算</translation>
    </message>
    <message>
        <source>Computes how much of every area lies on what, without a casebook.
Cultivated, other agricultural, unused and construction land, what no land use covers, and of which basic farmland, red line and urban area, in m² and mu; per land-use code; how much lies inside each approval. It works on anything QGIS can read, on selected features, in models and in batch. GeoPackages are the fastest.</source>
        <translation>不用台账本，计算每个区域占用各类用地多少。
包括耕地、其他农用地、未利用地、建设用地和无地类覆盖的面积，以及其中的永久基本农田、生态保护红线和城镇开发边界，单位为平方米和亩；按地类编码；各审批范围内多少。适用于 QGIS 能读取的任何数据、所选要素、模型和批处理。GeoPackage 最快。</translation>
    </message>
    <message>
        <source>Computes how much of every parcel lies on what, and records it in the casebook.
Cultivated, other agricultural, unused and construction land, and of which basic farmland, red line and urban area; per land-use code; and how much lies inside each approval. The base layers are found by name in a folder, or given one by one; a given layer comes before one of the folder. Areas are m² to 0.01 and mu to 0.01 (m² × 0.0015, rounded half up). A parcel under which nothing has changed since - shape, layers by their hash, work plan - keeps its figures.</source>
        <translation>计算每个地块占用各类土地的面积，并记入台账本。
耕地、其他农用地、未利用地和建设用地，其中永久基本农田、生态保护红线和城镇开发边界内面积；按地类编码；以及每个批文范围内的面积。底图按名称在文件夹中查找，或逐个指定；指定的图层优先于文件夹中的图层。面积精确到 0.01 平方米和 0.01 亩（平方米 × 0.0015，四舍五入）。依据（图形、按哈希值识别的图层、工作方案）未变的地块保留其数值。</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Conditions that several rules share</source>
        <translation>共用条件</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Confiscated</source>
        <translation>没收</translation>
    </message>
    <message>
        <source>Construction</source>
        <translation>建设用地</translation>
    </message>
    <message>
        <source>Construction land (mu)</source>
        <translation>建设用地（亩）</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Copied from</source>
        <translation>复制自</translation>
    </message>
    <message>
        <source>Copied to {file}. Add it in QGIS under Project ▸ Layout Manager as a specific template, change it, and save it as a template under the same name.</source>
        <translation>已复制到 {file}。在 QGIS 的“工程 ▸ 布局管理器”中以“特定”模板新建布局，修改后按原名另存为模板。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy a work plan and edit it</source>
        <translation>复制并编辑工作方案</translation>
    </message>
    <message>
        <source>Copy and edit</source>
        <translation>复制并编辑</translation>
    </message>
    <message>
        <source>Copy and edit…</source>
        <translation>复制并编辑…</translation>
    </message>
    <message>
        <source>Copy for editing</source>
        <translation>复制后修改</translation>
    </message>
    <message>
        <source>Copy the notice</source>
        <translation>复制通报文字</translation>
    </message>
    <message>
        <source>Copy the template</source>
        <translation>复制模板</translation>
    </message>
    <message>
        <source>Copy the template…</source>
        <translation>复制模板…</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>界址点坐标</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已纠正</translation>
    </message>
    <message>
        <source>Corrected by this day</source>
        <translation>纠正上报日</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>起算日</translation>
    </message>
    <message>
        <source>Counties</source>
        <translation>各县（市、区）</translation>
    </message>
    <message>
        <source>Counties by progress, {month}</source>
        <translation>各县（市、区）进度（{month}）</translation>
    </message>
    <message>
        <source>Counties by ratio, {period}</source>
        <translation>各县（市、区）比例（{period}）</translation>
    </message>
    <message>
        <source>Counties on the map</source>
        <translation>各县（市、区）上图</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>正在统计</translation>
    </message>
    <message>
        <source>Counting the year</source>
        <translation>正在统计全年</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Counts a month's land patches by unit as of a day: issued, checked in the field, filled in, handed up, returned, corrected, passed.
A patch counts once all its parcels are so far, and as returned as soon as one is. The workbook also has each day and what is due; the notice is the text to paste. Military patches are not counted. Nothing is recorded.</source>
        <translation>按单位统计某月土地图斑截至某日的进度：下发、已实地核查、已填报、已上报、退回、已纠正、审核通过。
一个图斑的全部地块都到某一步才计入，任一地块被退回即计为退回。工作簿另有逐日进度和待办清单；通报为可直接粘贴的文字。军用图斑不计。不作任何记录。</translation>
    </message>
    <message>
        <source>Counts as illegal</source>
        <translation>属违法</translation>
    </message>
    <message>
        <source>Counts as military land</source>
        <translation>属军用土地</translation>
    </message>
    <message>
        <source>Counts how much of the cultivated land that new building takes is taken illegally, before and after deduction, by county, township, month or year.
Parcels may be assumed to be put right by the cut-off, to see what the ratio would be. Where nothing is taken there is no ratio, and a dash. Nothing is recorded.</source>
        <translation>统计新增建设用地占用的耕地中违法占用的比例，扣减前和扣减后，按县、乡镇、月或年分列。
可假定一些地块在时间节点前整改到位，看比例会是多少。没有占用的没有比例，以“—”表示。不作任何记录。</translation>
    </message>
    <message>
        <source>Counts the tiles and brings a few of them to know how large they are.</source>
        <translation>统计瓦片数，并取少量瓦片估算大小。</translation>
    </message>
    <message>
        <source>Counts what the work plan's tables ask for: progress, verdicts, areas, illegal use, putting right, reviews, visits, cases and the ledger of all years.
By county, township, month or year, with the same months of last year beside them, as things stand now or stood at the end of a past day. Each total is counted by itself and held against its parts. Nothing is recorded.</source>
        <translation>按工作方案的统计表统计：进度、判定、面积、违法用途、整改、审核、外业核查、立案和历年台账。
按县、乡镇、月或年分列，旁列上年同期数；可按当前情况，也可按以往某日终了时的情况。总计单独计算并与各分项核对。不作任何记录。</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县</translation>
    </message>
    <message>
        <source>County clears by this day</source>
        <translation>县级月清日</translation>
    </message>
    <message>
        <source>County code</source>
        <translation>县级代码</translation>
    </message>
    <message>
        <source>County name</source>
        <translation>县名称</translation>
    </message>
    <message>
        <source>County or district</source>
        <translation>县（市、区）</translation>
    </message>
    <message>
        <source>County outlines</source>
        <translation>县界</translation>
    </message>
    <message>
        <source>County verdict</source>
        <translation>县级判定</translation>
    </message>
    <message>
        <source>County's inspection</source>
        <translation>县级初验</translation>
    </message>
    <message>
        <source>County: put right</source>
        <translation>县级：已整改</translation>
    </message>
    <message>
        <source>County: recultivated</source>
        <translation>县级：复耕</translation>
    </message>
    <message>
        <source>Course and forecast</source>
        <translation>走势与推算</translation>
    </message>
    <message>
        <source>Coverage of an area by a layer</source>
        <translation>图层对区域的覆盖检查</translation>
    </message>
    <message>
        <source>Create casebook</source>
        <translation>新建台账本</translation>
    </message>
    <message>
        <source>Cult. mu</source>
        <translation>耕地亩</translation>
    </message>
    <message>
        <source>Cultivated (mu)</source>
        <translation>耕地（亩）</translation>
    </message>
    <message>
        <source>Cultivated land</source>
        <translation>耕地</translation>
    </message>
    <message>
        <source>Cultivated land (mu)</source>
        <translation>耕地（亩）</translation>
    </message>
    <message>
        <source>Cultivated land by county, {period} (mu)</source>
        <translation>各县（市、区）违法占用耕地及比例（{period}，亩）</translation>
    </message>
    <message>
        <source>Cultivated land net of ridges</source>
        <translation>耕地按净面积</translation>
    </message>
    <message>
        <source>Cultivated land to be frozen, mu</source>
        <translation>应冻结的耕地（亩）</translation>
    </message>
    <message>
        <source>Cultivated land to be set free, mu</source>
        <translation>应解冻的耕地（亩）</translation>
    </message>
    <message>
        <source>Cultivated land to put right</source>
        <translation>尚未整改耕地</translation>
    </message>
    <message>
        <source>Cultivated land to put right, mu</source>
        <translation>尚未整改耕地（亩）</translation>
    </message>
    <message>
        <source>Cultivated, gross</source>
        <translation>耕地（毛面积）</translation>
    </message>
    <message>
        <source>Cultivated, mu</source>
        <translation>耕地（亩）</translation>
    </message>
    <message>
        <source>Cultivated, net</source>
        <translation>耕地（净面积）</translation>
    </message>
    <message>
        <source>Cut-off</source>
        <translation>整改时间节点</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Date after</source>
        <translation>后时相</translation>
    </message>
    <message>
        <source>Date before</source>
        <translation>前时相</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>文书日期</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>坐标基准</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>核查日期</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>逐日进度</translation>
    </message>
    <message>
        <source>Day it was found</source>
        <translation>发现日期</translation>
    </message>
    <message>
        <source>Day of the application</source>
        <translation>申请日期</translation>
    </message>
    <message>
        <source>Day of the notice</source>
        <translation>通知书日期</translation>
    </message>
    <message>
        <source>Days are those of the work plan's calendar.json. The ratio is counted by accountability.json: the text of the method is not public, Tuban's default says so on the page, and it is no official result.</source>
        <translation>日期取工作方案的 calendar.json。比例按 accountability.json 计算：方法文本未公开，Tuban 默认口径在页面上注明，不是官方结果。</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>Days of the case that do not count</source>
        <translation>案件不计入的时间</translation>
    </message>
    <message>
        <source>Days of the year</source>
        <translation>全年节点</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>放假日</translation>
    </message>
    <message>
        <source>Days open</source>
        <translation>未销号天数</translation>
    </message>
    <message>
        <source>Days that do not count</source>
        <translation>不计入的时间</translation>
    </message>
    <message>
        <source>Days worked</source>
        <translation>调休上班日</translation>
    </message>
    <message>
        <source>Days, when returned late</source>
        <translation>逾期退回时给予的天数</translation>
    </message>
    <message>
        <source>Deadline of a return</source>
        <translation>退回的纠正期限</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Decided and carried out in its cases</source>
        <translation>所涉案件的决定与落实</translation>
    </message>
    <message>
        <source>Decided by the city</source>
        <translation>市级直接判定</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>决定日期</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>小数位</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>处罚决定</translation>
    </message>
    <message>
        <source>Decision number</source>
        <translation>决定书文号</translation>
    </message>
    <message>
        <source>Deduction</source>
        <translation>扣除系数</translation>
    </message>
    <message>
        <source>Deduction field</source>
        <translation>扣除系数字段</translation>
    </message>
    <message>
        <source>Deductions</source>
        <translation>扣减项</translation>
    </message>
    <message>
        <source>Deepest zoom</source>
        <translation>最大级别</translation>
    </message>
    <message>
        <source>Demolished</source>
        <translation>拆除</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Differences (xlsx)</source>
        <translation>差异（xlsx）</translation>
    </message>
    <message>
        <source>Different from the casebook</source>
        <translation>与台账本不同</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Differs from the ledger</source>
        <translation>与台账不同</translation>
    </message>
    <message>
        <source>Digits at least</source>
        <translation>最少位数</translation>
    </message>
    <message>
        <source>Direction, off by at most</source>
        <translation>方向偏差不超过</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Divide judged parcels as well</source>
        <translation>已判定的地块也分割</translation>
    </message>
    <message>
        <source>Divides parcels along the areas of a layer: approvals, protected land, villages.
Each piece becomes a parcel with the next number of its patch. The pieces' areas are adjusted so that they add up to the parcel, in m² and in mu. A parcel that lies wholly inside or outside stays as it is; so does one of which a piece would be too small for a parcel, and the log says so. New parcels are undecided and have no figures: run the overlay afterwards.</source>
        <translation>按一个图层的面分割地块：批文范围、保护范围、村界。
分出的每一部分成为一个地块，编号接着本图斑往下排。各部分面积经平差，平方米和亩之和都等于原地块。整个在里面或外面的地块保持原样；其中一部分小得不成地块的也保持原样，并在日志中说明。新地块尚未判定，也没有套合数值：分割后请重新套合。</translation>
    </message>
    <message>
        <source>Dividing</source>
        <translation>分宗</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Document field</source>
        <translation>文号字段</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Documents cited</source>
        <translation>引用文件</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>不涉及</translation>
    </message>
    <message>
        <source>Don't move the map</source>
        <translation>不移动地图</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Done again: {what} · {number}</source>
        <translation>已重做：{what} · {number}</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Done in time</source>
        <translation>按期完成</translation>
    </message>
    <message>
        <source>Done late</source>
        <translation>逾期完成</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>Done too early</source>
        <translation>过早</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Dossier for accountability</source>
        <translation>问责材料包</translation>
    </message>
    <message>
        <source>Dossier for accountability…</source>
        <translation>问责材料包…</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>图斑档案（PDF）</translation>
    </message>
    <message>
        <source>Dossiers written</source>
        <translation>已写出的档案数</translation>
    </message>
    <message>
        <source>Double</source>
        <translation>复制一项</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Draw a line across {parcel}, from outside to outside. Enter or right click: done. Backspace: a point less. Esc: leave.</source>
        <translation>请画一条线贯穿 {parcel}，从图形外画到图形外。Enter 或右键：完成；Backspace：退回一点；Esc：退出。</translation>
    </message>
    <message>
        <source>Draw a spot check</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>Draw and record</source>
        <translation>抽取并记入日志</translation>
    </message>
    <message>
        <source>Draw on the map</source>
        <translation>在图上绘制</translation>
    </message>
    <message>
        <source>Draw the outline that was measured: a click for each corner. Enter or right click: done. Backspace: a point less. Esc: leave.</source>
        <translation>绘制实测范围：每个角点单击一次。回车或右键：完成。退格：退一点。Esc：放弃。</translation>
    </message>
    <message>
        <source>Drawing outlines</source>
        <translation>正在绘制外围</translation>
    </message>
    <message>
        <source>Drawn so far</source>
        <translation>已抽取</translation>
    </message>
    <message>
        <source>Draws land patches of a month for a spot check, so many per cent of each unit.
A patch's place in the draw is the SHA-256 of seed and number, so anybody can draw the same ones again. Seed, percentage, the hash of the list and what was drawn go into the casebook's journal. Military patches are left out.</source>
        <translation>从某月土地图斑中按单位、按比例抽取抽查图斑。
抽取次序为种子与编号的 SHA-256，任何人都能重新抽出同样的图斑。种子、比例、名单校验值和抽取结果记入台账本日志。军用图斑不参与。</translation>
    </message>
    <message>
        <source>Drop case</source>
        <translation>撤去案件</translation>
    </message>
    <message>
        <source>Drop photos here. A double click opens one, Delete takes it off the parcel.</source>
        <translation>把照片拖放到这里。双击打开；按 Delete 从地块取下。</translation>
    </message>
    <message>
        <source>Drop photos here. A double click opens one.</source>
        <translation>照片拖放到此处。双击打开。</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Due list</source>
        <translation>待办清单</translation>
    </message>
    <message>
        <source>Due soonest</source>
        <translation>最先到期的在前</translation>
    </message>
    <message>
        <source>During the work</source>
        <translation>整改中</translation>
    </message>
    <message>
        <source>Each area for itself</source>
        <translation>每个面各自成块</translation>
    </message>
    <message>
        <source>Each column of the form needs its placeholder once, alone in its cell, all in one row without merged cells. {county}, {year} and {number} can stand anywhere, in those of the ledger {place}, {day} and {first_year}. What is wrong is told with the cell when the plan is opened. The register of military land is not among the forms.</source>
        <translation>表中每一列的占位符须出现一次、单独占一格，并都在没有合并单元格的同一行。{county}、{year}、{number} 可放在任何位置，台账的表为 {place}、{day}、{first_year}。有错时，打开方案时会指出单元格。军用土地登记表不在其中。</translation>
    </message>
    <message>
        <source>Each file holds its patches with all that is recorded of them, and nothing else of the casebook. Military land is given to nobody. Bring the files back with “Read package, feedback or working file”.</source>
        <translation>每份只含所分图斑及其全部记录，不含台账本的其他内容；军用土地不分给任何人。完成后用“读取成果包、反馈或分工文件”并回。</translation>
    </message>
    <message>
        <source>Each one whose ratio reaches a line</source>
        <translation>比例达到提示线的各县（市、区）</translation>
    </message>
    <message>
        <source>Earlier work</source>
        <translation>往期</translation>
    </message>
    <message>
        <source>Earlier work on the place of {number}</source>
        <translation>{number} 所在位置的往期图斑</translation>
    </message>
    <message>
        <source>Earlier work: casebook, layer or ledger</source>
        <translation>往期成果：台账本、图层或台账表</translation>
    </message>
    <message>
        <source>Earlier work…</source>
        <translation>往期…</translation>
    </message>
    <message>
        <source>Earlier: {words}</source>
        <translation>往期：{words}</translation>
    </message>
    <message>
        <source>Early warnings</source>
        <translation>预警提醒</translation>
    </message>
    <message>
        <source>Ecological red line (mu)</source>
        <translation>生态保护红线（亩）</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit a work plan of your own</source>
        <translation>编辑本单位的工作方案</translation>
    </message>
    <message>
        <source>Edit your own…</source>
        <translation>编辑本单位方案…</translation>
    </message>
    <message>
        <source>Edited form</source>
        <translation>改过的表</translation>
    </message>
    <message>
        <source>Effective from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Effective to</source>
        <translation>失效日期</translation>
    </message>
    <message>
        <source>Empty: as in the work plan.</source>
        <translation>留空按工作方案。</translation>
    </message>
    <message>
        <source>Empty: found by the names of the work plan.</source>
        <translation>留空：按工作方案中的字段名查找。</translation>
    </message>
    <message>
        <source>Empty: from the file, or from zone prefix and magnitude of the coordinates.</source>
        <translation>留空：取自文件，或根据坐标的带号和数值大小判断。</translation>
    </message>
    <message>
        <source>Empty: the project's raster that is nearest to the patch's image date.</source>
        <translation>留空：取项目中日期最接近图斑时相的栅格。</translation>
    </message>
    <message>
        <source>Empty: the year of the casebook's work plan.</source>
        <translation>留空：台账本工作方案的年度。</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Encoding of the attributes, like GBK or UTF-8; empty: found from the text.</source>
        <translation>属性的编码，如 GBK 或 UTF-8；留空则根据文本判断。</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>终止于</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Endings</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Enough people inspected</source>
        <translation>核验人数符合要求</translation>
    </message>
    <message>
        <source>Entries recorded</source>
        <translation>记入的日志条数</translation>
    </message>
    <message>
        <source>Entry of kind {kind}</source>
        <translation>其他记录：{kind}</translation>
    </message>
    <message>
        <source>Entry {seq} by {who}: seed “{seed}”, list {hash}. The same seed and list give the same patches.</source>
        <translation>日志第 {seq} 条，{who}：种子“{seed}”，名单校验值 {hash}。种子和名单相同，抽取结果就相同。</translation>
    </message>
    <message>
        <source>Entry {seq} of the journal cannot be read.</source>
        <translation>日志第 {seq} 条无法读取。</translation>
    </message>
    <message>
        <source>Entry {seq} of the journal cannot be undone.</source>
        <translation>日志第 {seq} 条不能撤销。</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Errors: {errors}, warnings: {warnings}, notices: {notices}</source>
        <translation>错误：{errors}，警告：{warnings}，提示：{notices}</translation>
    </message>
    <message>
        <source>Every change is one event with who, when, old and new, chained to the one before by SHA-256. What cannot be explained by the journal is reported.</source>
        <translation>每次更改都是一条事件，记录何人、何时、原值和新值，并以 SHA-256 与上一条相连。凡日志无法解释的内容都会报告。</translation>
    </message>
    <message>
        <source>Every change stays in the journal with the file that it came from.</source>
        <translation>每项改动连同其来源文件都留在日志中。</translation>
    </message>
    <message>
        <source>Every outline is valid</source>
        <translation>图形有效</translation>
    </message>
    <message>
        <source>Every parcel has a photo</source>
        <translation>每个地块都有照片</translation>
    </message>
    <message>
        <source>Every parcel has a verdict</source>
        <translation>每个地块都已判定</translation>
    </message>
    <message>
        <source>Every parcel has overlay figures</source>
        <translation>每个地块都有套合数值</translation>
    </message>
    <message>
        <source>Every parcel was checked in the field</source>
        <translation>每个地块都已外业核查</translation>
    </message>
    <message>
        <source>Every patch has a parcel</source>
        <translation>每个图斑都有地块</translation>
    </message>
    <message>
        <source>Every patch of the four classes is checked on the ground by the county, and the photos are handed up with it. Photos keep their bytes: nothing is rotated, scaled or stamped. How near and how exactly a photo has to look is in the work plan's photos.json and Tuban's default.</source>
        <translation>县级对四类图斑逐一实地核查，照片随成果上报。照片按原始字节保存，不旋转、不缩放、不加水印。照片应离地块多近、朝向允许偏差多少，见工作方案的 photos.json，为 Tuban 默认值。</translation>
    </message>
    <message>
        <source>Every verdict has its reason</source>
        <translation>每个判定都有判断依据</translation>
    </message>
    <message>
        <source>Every verdict has what it has to answer</source>
        <translation>每个判定须填的内容均已填写</translation>
    </message>
    <message>
        <source>Every verdict has what it should answer</source>
        <translation>每个判定宜填的内容均已填写</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部人员</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>举证</translation>
    </message>
    <message>
        <source>Evidence is there</source>
        <translation>有此举证</translation>
    </message>
    <message>
        <source>Evidence is what a proposal rests on besides the overlay, and what a verdict has to answer before it is handed up. The kinds are those of the work plan's evidence.json. All rows are recorded in one transaction, each with what stood there before.</source>
        <translation>建议除套合外即以举证为依据，判定上报前也须答齐举证项。证据类型见工作方案的 evidence.json。全部行在一次写入中录入，每条都带有原来的内容。</translation>
    </message>
    <message>
        <source>Evidence that holds the record number</source>
        <translation>存放记录号的举证</translation>
    </message>
    <message>
        <source>Evidence · {number}</source>
        <translation>举证 · {number}</translation>
    </message>
    <message>
        <source>Evidence: {kinds}</source>
        <translation>举证：{kinds}</translation>
    </message>
    <message>
        <source>Evidence…</source>
        <translation>举证…</translation>
    </message>
    <message>
        <source>Example, not for real work</source>
        <translation>示例，不用于实际工作</translation>
    </message>
    <message>
        <source>Excel (xlsx), or CSV in UTF-8 or GBK</source>
        <translation>Excel（xlsx），或 UTF-8、GBK 编码的 CSV</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>须说明</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出表</translation>
    </message>
    <message>
        <source>Export of the supervision system</source>
        <translation>监管系统导出表</translation>
    </message>
    <message>
        <source>Export submission</source>
        <translation>导出上报成果包</translation>
    </message>
    <message>
        <source>Exports of the system</source>
        <translation>系统的导出表</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>FIELDS has to be pairs of a meaning and the name of a field.</source>
        <translation>FIELDS 必须是“含义—字段名”的成对列表。</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Facts changed since</source>
        <translation>所证明的内容已变</translation>
    </message>
    <message>
        <source>Feature {fid} in {file} cannot be used: {reason}.</source>
        <translation>{file} 中的要素 {fid} 无法使用：{reason}。</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Feedback for {month}</source>
        <translation>{month} 审核反馈</translation>
    </message>
    <message>
        <source>Feedback is written from a city's casebook.</source>
        <translation>反馈只能从市级台账本导出。</translation>
    </message>
    <message>
        <source>Feedback on {count} parcels, {returned} returned: {file}</source>
        <translation>已反馈 {count} 个地块，其中退回 {returned} 个：{file}</translation>
    </message>
    <message>
        <source>Fetching tiles</source>
        <translation>下载瓦片</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Field check</source>
        <translation>外业核查表</translation>
    </message>
    <message>
        <source>Field check and photos…</source>
        <translation>外业核查与照片…</translation>
    </message>
    <message>
        <source>Field check of {day}</source>
        <translation>外业核查 {day}</translation>
    </message>
    <message>
        <source>Field check · {number}</source>
        <translation>外业核查 · {number}</translation>
    </message>
    <message>
        <source>Field checks came after the later image</source>
        <translation>核查日期不早于后时相影像</translation>
    </message>
    <message>
        <source>Field checks recorded</source>
        <translation>录入的外业核查数</translation>
    </message>
    <message>
        <source>Field checks say what was found</source>
        <translation>外业核查有现场描述</translation>
    </message>
    <message>
        <source>Field checks were made on the ground</source>
        <translation>外业核查为实地核查</translation>
    </message>
    <message>
        <source>Field names of issued files</source>
        <translation>下发数据字段别名</translation>
    </message>
    <message>
        <source>Field of the earlier image's date</source>
        <translation>前时相日期字段</translation>
    </message>
    <message>
        <source>Field photos</source>
        <translation>外业照片</translation>
    </message>
    <message>
        <source>Field sheets</source>
        <translation>外业核查表（PDF）</translation>
    </message>
    <message>
        <source>Field that names each area in the tables; empty: the feature's number.</source>
        <translation>在结果表中标识每个区域的字段；留空：用要素编号。</translation>
    </message>
    <message>
        <source>Field that names each area.</source>
        <translation>标识每个区域的字段。</translation>
    </message>
    <message>
        <source>Field {field} says {others}; the patches are taken for {month}, as chosen.</source>
        <translation>字段 {field} 中为 {others}；已按所选月份 {month} 导入。</translation>
    </message>
    <message>
        <source>Field {field} was taken for “{meaning}”; it could also be {others}.</source>
        <translation>字段 {field} 已作为“{meaning}”；也可能是 {others}。</translation>
    </message>
    <message>
        <source>Field {field}: some bytes are no text in {encoding}; they are kept as “{text}”.</source>
        <translation>字段 {field}：有些字节不是 {encoding} 文本，保留为“{text}”。</translation>
    </message>
    <message>
        <source>Field {field}: the text “{text}” was cut in the middle of a character; the broken last character was left out.</source>
        <translation>字段 {field}：文本“{text}”在字符中间被截断，已去掉末尾残缺的字符。</translation>
    </message>
    <message>
        <source>Field {field}: “{text}” is not in {encoding} like the rest of the file; read in the encoding it is in.</source>
        <translation>字段 {field}：“{text}”与文件其余部分的 {encoding} 编码不同，已按其实际编码读取。</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段对应</translation>
    </message>
    <message>
        <source>Fields and their names</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Fields changed on both sides</source>
        <translation>双方都改过的字段数</translation>
    </message>
    <message>
        <source>Fields hold what their code lists have</source>
        <translation>字段取值在值列表内</translation>
    </message>
    <message>
        <source>Fields that agree: {count}</source>
        <translation>一致的字段：{count}</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Figure {number}</source>
        <translation>图{number}</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Figures add up to the parcel</source>
        <translation>各项面积之和等于地块面积</translation>
    </message>
    <message>
        <source>Figures belong to the parcel's outline</source>
        <translation>套合数值与地块图形对应</translation>
    </message>
    <message>
        <source>Figures per area</source>
        <translation>各区域套合数值</translation>
    </message>
    <message>
        <source>Figures per parcel</source>
        <translation>各地块数值</translation>
    </message>
    <message>
        <source>Figures that do not agree</source>
        <translation>不一致的数</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File name of the package</source>
        <translation>成果包文件名</translation>
    </message>
    <message>
        <source>File {file} has no layer {layer}.</source>
        <translation>文件 {file} 中没有图层 {layer}。</translation>
    </message>
    <message>
        <source>File {file} has several layers: choose one.</source>
        <translation>文件 {file} 含多个图层，请选择其一。</translation>
    </message>
    <message>
        <source>FileGDB folder (*.gdb)</source>
        <translation>FileGDB 文件夹 (*.gdb)</translation>
    </message>
    <message>
        <source>Files written</source>
        <translation>写出的文件数</translation>
    </message>
    <message>
        <source>Files, mosaics, MBTiles and GeoPackage tiles, XYZ, WMTS and WMS layers of the project. What you confirm is saved with the project, never in the casebook.</source>
        <translation>工程中的影像文件、镶嵌、MBTiles 和 GeoPackage 瓦片、XYZ、WMTS、WMS 图层。确认结果保存在工程中，不写入台账本。</translation>
    </message>
    <message>
        <source>Filing</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>Filing and steps</source>
        <translation>立案与办案步骤</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>已填报</translation>
    </message>
    <message>
        <source>Filled in by this day</source>
        <translation>填报截止日</translation>
    </message>
    <message>
        <source>Filled in by this month</source>
        <translation>填报截止月份</translation>
    </message>
    <message>
        <source>Final verdict</source>
        <translation>最终判定</translation>
    </message>
    <message>
        <source>Find a fact: road, 8.0, county_day …</source>
        <translation>查找：道路、8.0、county_day……</translation>
    </message>
    <message>
        <source>Find in the guide; Enter for the next place</source>
        <translation>在手册中查找；回车转到下一处</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>初验意见</translation>
    </message>
    <message>
        <source>Finding the parcel</source>
        <translation>照片匹配</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Findings are being put right.</source>
        <translation>正在修正检查发现的问题。</translation>
    </message>
    <message>
        <source>Findings of {month}</source>
        <translation>{month} 检查结果</translation>
    </message>
    <message>
        <source>Findings with their outlines</source>
        <translation>带范围的检查结果</translation>
    </message>
    <message>
        <source>Finds the parcels of field photos by name, position and direction and attaches them.
A photo belongs to a parcel when its file or its folder is named after the parcel or its patch, or when it was taken beside the parcel, looking at it. Where several parcels fit alike, or name and position disagree, nothing is attached: the table of matches says which parcels it may be. The files are copied whole into a folder beside the casebook; their EXIF position, direction and time are recorded. Attaching the same photo again adds nothing. The table has no coordinates, and no photo of military land.</source>
        <translation>按名称、位置和方位找到外业照片所属的地块并关联。
文件名或所在文件夹名含地块编号或图斑编号的，或在地块旁朝向地块拍摄的，属于该地块。几个地块同样符合，或名称与位置不一致的，不关联，匹配结果表列出可能的地块。文件原样复制到台账本旁的文件夹，记录 EXIF 中的位置、方位和时间。同一张照片再次关联不会增加。表中没有坐标，也没有军用土地的照片。</translation>
    </message>
    <message>
        <source>Finds what was done before about the place of each patch, and records it.
In the casebook itself: earlier months, by the previous number that the issued row names and by overlap. With a file also in it: another casebook, a layer of any monitoring programme, or an old ledger (CSV, xlsx), by number and, where there are shapes, by overlap. What was found then (verdict, day, rectification) comes along. A run replaces what an earlier run linked to the same source. The table lists all links; save it as xlsx to read it in a spreadsheet.</source>
        <translation>查找每个图斑所在位置以前的核查情况并记录。
在台账本内：按下发信息中的往期编号和位置重叠，关联以前各月的图斑。给了文件时还在文件中查找：另一本台账、任一监测项目的图层，或旧台账表（CSV、xlsx），按编号查找，有图形的也按位置重叠查找。当时的结论（判定、日期、整改情况）一并带入。再次运行会替换以前与同一来源的关联。结果表列出全部关联，保存为 xlsx 即可用表格软件查看。</translation>
    </message>
    <message>
        <source>Finds whether a layer covers areas, and gives the gaps as polygons.
For instance whether the land-use layer covers the county before the month is laid over it. Features that overlap do not matter; threads narrower than 0.1 mm are rounding, no gaps.</source>
        <translation>检查图层是否覆盖区域，并以面给出缝隙。
例如在套合当月图斑之前检查地类图斑是否覆盖全县。图斑重叠不影响结果；窄于 0.1 毫米的细缝是取位误差，不算缝隙。</translation>
    </message>
    <message>
        <source>First inspection and application · {number}</source>
        <translation>县级初验和申请验收 · {number}</translation>
    </message>
    <message>
        <source>First inspection and application…</source>
        <translation>县级初验和申请验收…</translation>
    </message>
    <message>
        <source>First paragraph</source>
        <translation>首段</translation>
    </message>
    <message>
        <source>First plan</source>
        <translation>第一个方案</translation>
    </message>
    <message>
        <source>First zoom</source>
        <translation>起始级别</translation>
    </message>
    <message>
        <source>Fit the patch</source>
        <translation>缩放到图斑</translation>
    </message>
    <message>
        <source>Fits when taken within</source>
        <translation>时相相差不超过</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>是否项</translation>
    </message>
    <message>
        <source>Flags are answered although it is not judged as illegal use of cultivated land.</source>
        <translation>并未判定为违法占用耕地，却填写了“六个是否”。</translation>
    </message>
    <message>
        <source>Flags are answered where they must be</source>
        <translation>应填的“六个是否”都已填写</translation>
    </message>
    <message>
        <source>Flags are left open where they do not apply</source>
        <translation>不适用的地块未填“六个是否”</translation>
    </message>
    <message>
        <source>Flags · {number}</source>
        <translation>六个是否 · {number}</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder for the certificates</source>
        <translation>证明存放文件夹</translation>
    </message>
    <message>
        <source>Folder for the feedback</source>
        <translation>反馈存放文件夹</translation>
    </message>
    <message>
        <source>Folder for the must-visit list</source>
        <translation>清单存放的文件夹</translation>
    </message>
    <message>
        <source>Folder for the package</source>
        <translation>成果包存放文件夹</translation>
    </message>
    <message>
        <source>Folder for the working files</source>
        <translation>分工文件存放文件夹</translation>
    </message>
    <message>
        <source>Folder of base layers</source>
        <translation>底图图层文件夹</translation>
    </message>
    <message>
        <source>Folder with base data</source>
        <translation>底图数据文件夹</translation>
    </message>
    <message>
        <source>Folder with field photos</source>
        <translation>外业照片文件夹</translation>
    </message>
    <message>
        <source>Folder with imagery</source>
        <translation>影像文件夹</translation>
    </message>
    <message>
        <source>Folder with the photos (JPEG, PNG), searched with its subfolders.</source>
        <translation>照片（JPEG、PNG）所在文件夹，包括子文件夹。</translation>
    </message>
    <message>
        <source>For</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>For columns that do not name theirs.</source>
        <translation>用于未写明单位的列。</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>按各</translation>
    </message>
    <message>
        <source>For other assessments</source>
        <translation>— 年度成果应用 —</translation>
    </message>
    <message>
        <source>For rows that do not name it; empty: the title's, else the day it was found.</source>
        <translation>用于未写年度的行；留空：取标题中的年度，否则取发现日期。</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Forget what is typed and not recorded</source>
        <translation>丢弃已输入而未记录的内容</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表式</translation>
    </message>
    <message>
        <source>Former codes</source>
        <translation>曾用代码</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Found in place on {day}, and nothing of the checklist is.</source>
        <translation>{day} 核验为到位，但清单各项均未填。</translation>
    </message>
    <message>
        <source>Found in place on {day}, though this is not so: {items}</source>
        <translation>{day} 核验为到位，但以下各项不具备：{items}</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>核查日期</translation>
    </message>
    <message>
        <source>Found then</source>
        <translation>当时结论</translation>
    </message>
    <message>
        <source>Freeze list</source>
        <translation>冻结清单</translation>
    </message>
    <message>
        <source>Freeze list (xlsx)</source>
        <translation>冻结清单（xlsx）</translation>
    </message>
    <message>
        <source>Freezing of quota</source>
        <translation>指标冻结</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>From January on</source>
        <translation>1 月起累计</translation>
    </message>
    <message>
        <source>From a GPS file…</source>
        <translation>读取 GPS 文件…</translation>
    </message>
    <message>
        <source>From a technical standard</source>
        <translation>出自技术标准</translation>
    </message>
    <message>
        <source>From law</source>
        <translation>出自法律法规</translation>
    </message>
    <message>
        <source>From the work plan</source>
        <translation>出自工作方案</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>From: {layers}</source>
        <translation>依据：{layers}</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>Frozen on</source>
        <translation>冻结日期</translation>
    </message>
    <message>
        <source>Frozen quota</source>
        <translation>冻结指标</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缝隙</translation>
    </message>
    <message>
        <source>Genuine</source>
        <translation>真实有效</translation>
    </message>
    <message>
        <source>Give each working file a name of its own.</source>
        <translation>请给每个分工文件各起一个名称。</translation>
    </message>
    <message>
        <source>Give slivers to their neighbour</source>
        <translation>碎片并入相邻部分</translation>
    </message>
    <message>
        <source>Give the queue a name first.</source>
        <translation>请先给队列起个名字。</translation>
    </message>
    <message>
        <source>Go on after a verdict</source>
        <translation>判定后自动前进</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到此处</translation>
    </message>
    <message>
        <source>Go through them in the dock</source>
        <translation>在核查面板中逐个查看</translation>
    </message>
    <message>
        <source>Go through these</source>
        <translation>按此处理</translation>
    </message>
    <message>
        <source>Go to number</source>
        <translation>按编号定位</translation>
    </message>
    <message>
        <source>Go to the parcel</source>
        <translation>定位到地块</translation>
    </message>
    <message>
        <source>Go to this patch</source>
        <translation>转到该图斑</translation>
    </message>
    <message>
        <source>Group heading</source>
        <translation>合并表头</translation>
    </message>
    <message>
        <source>Groups of categories</source>
        <translation>判定类型分组</translation>
    </message>
    <message>
        <source>Half-year or annual report</source>
        <translation>半年报告、年度报告</translation>
    </message>
    <message>
        <source>Handed up</source>
        <translation>已上报</translation>
    </message>
    <message>
        <source>Handed up {county}; corrected {correction}</source>
        <translation>月清上报 {county}；月核纠正 {correction}</translation>
    </message>
    <message>
        <source>Handed up, %</source>
        <translation>上报率（%）</translation>
    </message>
    <message>
        <source>Handed up, round {round}</source>
        <translation>上报（第 {round} 轮）</translation>
    </message>
    <message>
        <source>Has to be written out</source>
        <translation>须写明</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>校验码</translation>
    </message>
    <message>
        <source>Heading of last year's figure</source>
        <translation>上年数字的表头</translation>
    </message>
    <message>
        <source>Heading of this period's figure</source>
        <translation>本期数字的表头</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Hectares</source>
        <translation>公顷</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>How</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>How it is compared with last year</source>
        <translation>与上年怎样比较</translation>
    </message>
    <message>
        <source>How it is linked</source>
        <translation>关联方式</translation>
    </message>
    <message>
        <source>How it is put right is not recorded.</source>
        <translation>尚未登记整改措施。</translation>
    </message>
    <message>
        <source>How much cultivated land it takes is unknown: it is not overlaid.</source>
        <translation>占用耕地面积未知：尚未套合。</translation>
    </message>
    <message>
        <source>How much was recultivated is not recorded.</source>
        <translation>未记录复耕面积。</translation>
    </message>
    <message>
        <source>How parcels are put right</source>
        <translation>整改情况表</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>把握程度</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>If not, one refused patch stops the import and nothing is recorded.</source>
        <translation>不勾选时，只要有一个图斑被拒绝，导入即停止，不记录任何内容。</translation>
    </message>
    <message>
        <source>If so</source>
        <translation>假定后</translation>
    </message>
    <message>
        <source>Illegal</source>
        <translation>违法面积</translation>
    </message>
    <message>
        <source>Illegal area</source>
        <translation>违法面积</translation>
    </message>
    <message>
        <source>Illegal area (mu)</source>
        <translation>违法面积（亩）</translation>
    </message>
    <message>
        <source>Illegal is put right and left; put right is demolished and made up; recultivated stands beside demolished. Which way counts as which, and the cut-off, are those of the work plan's rectification.json.</source>
        <translation>违法 = 已整改 + 未整改；已整改 = 拆除 + 补办；复耕到位在拆除之外单列。各方式计入哪一项、时间节点取自工作方案的 rectification.json。</translation>
    </message>
    <message>
        <source>Illegal land; the larger the spot, the larger it is</source>
        <translation>违法用地，圆点越大面积越大</translation>
    </message>
    <message>
        <source>Illegal use of cultivated land: {count} flags to answer</source>
        <translation>违法占用耕地：还有 {count} 个“是否”项待填</translation>
    </message>
    <message>
        <source>Illegally taken</source>
        <translation>违法占用</translation>
    </message>
    <message>
        <source>Illegally taken cultivated land, {period} (mu)</source>
        <translation>违法占用耕地整改情况（{period}，亩）</translation>
    </message>
    <message>
        <source>Image date after</source>
        <translation>后时相日期</translation>
    </message>
    <message>
        <source>Image date before</source>
        <translation>前时相日期</translation>
    </message>
    <message>
        <source>Image dates</source>
        <translation>影像时相</translation>
    </message>
    <message>
        <source>Imagery</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Imagery after</source>
        <translation>后时相影像</translation>
    </message>
    <message>
        <source>Imagery before</source>
        <translation>前时相影像</translation>
    </message>
    <message>
        <source>Imagery…</source>
        <translation>影像…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import an old ledger</source>
        <translation>导入旧台账</translation>
    </message>
    <message>
        <source>Import an old list</source>
        <translation>导入旧台账</translation>
    </message>
    <message>
        <source>Import an old list…</source>
        <translation>导入旧台账…</translation>
    </message>
    <message>
        <source>Import issued patches</source>
        <translation>导入下发图斑</translation>
    </message>
    <message>
        <source>Import issued patches…</source>
        <translation>导入下发图斑…</translation>
    </message>
    <message>
        <source>Import the others when some are refused</source>
        <translation>有图斑被拒绝时仍导入其余图斑</translation>
    </message>
    <message>
        <source>Import the others without the refused rows</source>
        <translation>不含被拒绝的行，导入其余图斑</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>In</source>
        <translation>占</translation>
    </message>
    <message>
        <source>In doubt: blank in the system</source>
        <translation>存疑：系统中为空</translation>
    </message>
    <message>
        <source>In doubt: not known in the casebook</source>
        <translation>存疑：台账中不明</translation>
    </message>
    <message>
        <source>In doubt: not readable in the export</source>
        <translation>存疑：导出值无法识别</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>到位</translation>
    </message>
    <message>
        <source>In the casebook</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>In the export</source>
        <translation>导出表</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>表中</translation>
    </message>
    <message>
        <source>In the ledger already</source>
        <translation>台账已有</translation>
    </message>
    <message>
        <source>In the record</source>
        <translation>台账本中</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Inside the red line</source>
        <translation>涉及生态保护红线</translation>
    </message>
    <message>
        <source>Inspect several</source>
        <translation>核验一批</translation>
    </message>
    <message>
        <source>Inspect several…</source>
        <translation>核验一批…</translation>
    </message>
    <message>
        <source>Inspected by county and city</source>
        <translation>须县级初验、市级核验</translation>
    </message>
    <message>
        <source>Inspected by the county</source>
        <translation>县级已初验</translation>
    </message>
    <message>
        <source>Inspected on</source>
        <translation>检查日期</translation>
    </message>
    <message>
        <source>Inspection by the city</source>
        <translation>市级核验</translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Inspections are being recorded.</source>
        <translation>正在记录核验。</translation>
    </message>
    <message>
        <source>Inspections to be recorded</source>
        <translation>待记录的核验</translation>
    </message>
    <message>
        <source>Inspectors</source>
        <translation>检查人员</translation>
    </message>
    <message>
        <source>Inspectors, at least</source>
        <translation>核验人员不少于</translation>
    </message>
    <message>
        <source>Instead of a row for each parcel with its sums.</source>
        <translation>而不是一个地块一行合计。</translation>
    </message>
    <message>
        <source>Interval, per cent</source>
        <translation>区间（%）</translation>
    </message>
    <message>
        <source>Is not</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>Is one of</source>
        <translation>为下列之一</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>出具</translation>
    </message>
    <message>
        <source>Issue missing ones</source>
        <translation>出具尚缺的证明</translation>
    </message>
    <message>
        <source>Issue {count}</source>
        <translation>出具 {count} 份</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已下发</translation>
    </message>
    <message>
        <source>Issued area</source>
        <translation>下发面积</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>出具人</translation>
    </message>
    <message>
        <source>Issued classes that say something was built</source>
        <translation>下发类型表明有新建</translation>
    </message>
    <message>
        <source>Issued facts never change. All patches of a run are recorded in one transaction. A shape is repaired only where its area stays within the work plan's tolerance (0.01 m²); the rest is refused with row, number and reason. Areas are ellipsoidal (CGCS2000, TD/T 1055-2019).</source>
        <translation>下发的内容永不更改。一次运行的全部图斑在同一事务中记录。仅当修复后面积变化不超过工作方案规定的容差（0.01 平方米）时才修复图形；其余的连同行号、编号和原因一并拒绝。面积为椭球面积（CGCS2000，TD/T 1055-2019）。</translation>
    </message>
    <message>
        <source>Issued file</source>
        <translation>下发文件</translation>
    </message>
    <message>
        <source>Issued files (*.shp *.zip *.gpkg *.geojson *.json *.txt);;All files (*)</source>
        <translation>下发文件 (*.shp *.zip *.gpkg *.geojson *.json *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Issued in</source>
        <translation>下发文件</translation>
    </message>
    <message>
        <source>Issued in the months {months}; what is returned is corrected within {count} months.</source>
        <translation>下发月份：{months}；退回的{count}个月内改正。</translation>
    </message>
    <message>
        <source>Issued in these months</source>
        <translation>下发月份</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>出具日期</translation>
    </message>
    <message>
        <source>Issued patch taken in</source>
        <translation>导入下发图斑</translation>
    </message>
    <message>
        <source>Issued patches</source>
        <translation>下发图斑</translation>
    </message>
    <message>
        <source>Issued texts are whole in the shapefile</source>
        <translation>下发的文本在 Shapefile 中完整</translation>
    </message>
    <message>
        <source>Issued up to this day of the month</source>
        <translation>当月下发截止日（含）</translation>
    </message>
    <message>
        <source>Issuing certificates</source>
        <translation>出具证明</translation>
    </message>
    <message>
        <source>It answered: {level}: {then}. Now: {now}</source>
        <translation>整改所依据的判定为：{level}：{then}。现为：{now}</translation>
    </message>
    <message>
        <source>It answers: {verdict}</source>
        <translation>对应判定：{verdict}</translation>
    </message>
    <message>
        <source>It cannot be undone, only turned again; both stay in the record.</source>
        <translation>记录后不能撤销，只能再次变更；两次变更均保留。</translation>
    </message>
    <message>
        <source>It contradicts {other}, which was read before: from entry {seq} on the two rest on different journals of {name}. What differs has to be chosen; ask which of the two holds.</source>
        <translation>它与此前读取的 {other} 相互矛盾：自第 {seq} 条起，两者所依据的{name}日志不同。有差异之处须逐项选定；请核实以哪一个为准。</translation>
    </message>
    <message>
        <source>It does not say of which county it is.</source>
        <translation>未写明属于哪个县（市、区）。</translation>
    </message>
    <message>
        <source>It does not say of which year it is; choose the year of the list.</source>
        <translation>未写明年度，请选择此表的年度。</translation>
    </message>
    <message>
        <source>It has a certificate.</source>
        <translation>已有到位证明。</translation>
    </message>
    <message>
        <source>It has certificate {number} already; revoke that one first.</source>
        <translation>已有证明 {number}，请先撤销。</translation>
    </message>
    <message>
        <source>It has no certificate.</source>
        <translation>没有到位证明。</translation>
    </message>
    <message>
        <source>It has no patch number and no parcel number.</source>
        <translation>没有图斑编号，也没有地块编号。</translation>
    </message>
    <message>
        <source>It has not been handed up.</source>
        <translation>尚未上报。</translation>
    </message>
    <message>
        <source>It has not been judged.</source>
        <translation>尚未判定。</translation>
    </message>
    <message>
        <source>It has not been returned.</source>
        <translation>没有被退回。</translation>
    </message>
    <message>
        <source>It is attached to {parcels} already.</source>
        <translation>已关联到 {parcels}。</translation>
    </message>
    <message>
        <source>It is certified; revoke the certificate first.</source>
        <translation>已出具到位证明，请先撤销证明。</translation>
    </message>
    <message>
        <source>It is closed already.</source>
        <translation>已经销号。</translation>
    </message>
    <message>
        <source>It is closed in the ledger; reopen it first.</source>
        <translation>已在台账中销号，请先重新立账。</translation>
    </message>
    <message>
        <source>It is in doubt; the final verdict is due on day {day} of the month.</source>
        <translation>目前为存疑；最终判定应于当月 {day} 日前作出。</translation>
    </message>
    <message>
        <source>It is military land: nothing is inspected or certified here.</source>
        <translation>属军用土地，此处不核验、不出证。</translation>
    </message>
    <message>
        <source>It is not done yet.</source>
        <translation>整改尚未完成。</translation>
    </message>
    <message>
        <source>It is not filed, and the reason is missing.</source>
        <translation>不予立案，但未填原因。</translation>
    </message>
    <message>
        <source>It is not in place as long as this is not so: {items}</source>
        <translation>以下各项不具备，不能认定到位：{items}</translation>
    </message>
    <message>
        <source>It is not judged as illegal: there is nothing to put right.</source>
        <translation>未判定为违法，无需整改。</translation>
    </message>
    <message>
        <source>It is not there any more: it was divided, or put together with another.</source>
        <translation>地块已不存在：已分割或与其他地块合并。</translation>
    </message>
    <message>
        <source>It is of another county: {county}.</source>
        <translation>属于其他县（市、区）：{county}。</translation>
    </message>
    <message>
        <source>It is of {year}; the ledger begins in {first}.</source>
        <translation>属于 {year} 年；台账自 {first} 年起。</translation>
    </message>
    <message>
        <source>It is open already.</source>
        <translation>本来就未销号。</translation>
    </message>
    <message>
        <source>It is said to be closed, but not when: it stays open.</source>
        <translation>表中写已销号，但未写日期：仍按未销号。</translation>
    </message>
    <message>
        <source>It is the parcel at hand</source>
        <translation>关联当前地块</translation>
    </message>
    <message>
        <source>It lies on {case}, which was closed on {day}: look whether it is built on again.</source>
        <translation>该图斑压盖已于 {day} 销号的 {case}：请核查是否违法复建。</translation>
    </message>
    <message>
        <source>It may show military land: it is left out.</source>
        <translation>可能涉及军用土地，不关联。</translation>
    </message>
    <message>
        <source>It says what is not its sender's to say ({kinds}); that is left out.</source>
        <translation>其中含有报送方无权填写的内容（{kinds}），这些内容未并入。</translation>
    </message>
    <message>
        <source>It stands beside the county's verdict and becomes the statistical one.</source>
        <translation>与县级判定并列保留，并作为统计依据。</translation>
    </message>
    <message>
        <source>It takes the place of a package that was not read here. Nothing is missing: its journal holds what that one held.</source>
        <translation>它替代了一个未在此读取的成果包。内容没有缺失：其日志包含那一个的全部内容。</translation>
    </message>
    <message>
        <source>It waits for the city's inspection.</source>
        <translation>正等待市级核验。</translation>
    </message>
    <message>
        <source>It was checked by “{way}”, not on the ground.</source>
        <translation>核查方式为“{way}”，不是实地核查。</translation>
    </message>
    <message>
        <source>It was checked on {day}, before the later image of {image}.</source>
        <translation>核查日期 {day} 早于后时相影像日期 {image}。</translation>
    </message>
    <message>
        <source>It was closed or reopened in the ledger on both sides. All of it is kept, and it is {now} after that; look whether this is right.</source>
        <translation>双方都在台账中作了销号或重新立账。记录全部保留，合并后为{now}；请核对是否正确。</translation>
    </message>
    <message>
        <source>It was dropped on {meant}, but its name says {parcels}.</source>
        <translation>拖放到 {meant}，但名称为 {parcels}。</translation>
    </message>
    <message>
        <source>It was dropped on {meant}, but taken at {other}.</source>
        <translation>拖放到 {meant}，但拍摄于 {other} 处。</translation>
    </message>
    <message>
        <source>It was frozen on {day} only.</source>
        <translation>其冻结日期为 {day}，解冻不能早于它。</translation>
    </message>
    <message>
        <source>It was issued for {found}, and this casebook is that of {own}.</source>
        <translation>该图斑下发给 {found}，而本台账本属于 {own}。</translation>
    </message>
    <message>
        <source>It was issued on {day}, after that.</source>
        <translation>该证明于 {day} 出具，晚于所填日期。</translation>
    </message>
    <message>
        <source>It was judged under another plan or another version of it ({plan}).</source>
        <translation>该判定依据的是其他工作方案或其他版本（{plan}）。</translation>
    </message>
    <message>
        <source>It was made under the plan {theirs}; here {mine} holds. Its codes are read as they are.</source>
        <translation>它按“{theirs}”编制，而此处执行“{mine}”；其代码按原样读取。</translation>
    </message>
    <message>
        <source>It was not made from this casebook: entry {seq} differs.</source>
        <translation>它不是由本台账本生成的：第 {seq} 条不同。</translation>
    </message>
    <message>
        <source>It was on {day} that it last changed: the day is before that.</source>
        <translation>最近一次变动为 {day}，所填日期早于它。</translation>
    </message>
    <message>
        <source>It was put right in another way, too: {ways}.</source>
        <translation>另有其他整改方式：{ways}。</translation>
    </message>
    <message>
        <source>It was read before; merging changes nothing.</source>
        <translation>此文件已读取过，再次合并不会改变任何内容。</translation>
    </message>
    <message>
        <source>It was recorded for “{then}”; the parcel is judged “{now}” since. Look at it and record it again.</source>
        <translation>登记整改时判定为“{then}”，此后该地块改判为“{now}”。请核对并重新登记。</translation>
    </message>
    <message>
        <source>It was revoked on {day} already.</source>
        <translation>已于 {day} 撤销。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Its mark of origin</source>
        <translation>该项来源标记</translation>
    </message>
    <message>
        <source>Its month</source>
        <translation>往期月份</translation>
    </message>
    <message>
        <source>Its name means several parcels, and its position does not tell which.</source>
        <translation>名称对应多个地块，位置不能确定是哪一个。</translation>
    </message>
    <message>
        <source>Its name says {meant}, but it was taken at {other}.</source>
        <translation>名称为 {meant}，但拍摄于 {other} 处。</translation>
    </message>
    <message>
        <source>Its newest entry is dated {at}, which has not come yet. The clock of the sender or the one here is wrong; the order of the entries does not depend on it.</source>
        <translation>其最新一条的时间为 {at}，尚未到来。报送方或本机的时钟不准；先后顺序不依赖时钟。</translation>
    </message>
    <message>
        <source>Its parcel {parcel} is no longer there.</source>
        <translation>原地块 {parcel} 已不存在。</translation>
    </message>
    <message>
        <source>Its patch has {count} parcels here; say which.</source>
        <translation>该图斑在此有 {count} 个地块，请指明是哪一个。</translation>
    </message>
    <message>
        <source>Its rectification must be visited</source>
        <translation>整改结果须实地核查</translation>
    </message>
    <message>
        <source>Its rectification, too</source>
        <translation>整改结果亦核查</translation>
    </message>
    <message>
        <source>Its words</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>January to the month</source>
        <translation>1月至当月</translation>
    </message>
    <message>
        <source>Journal up to entry {seq}, SHA-256 {hash}</source>
        <translation>日志至第 {seq} 条，SHA-256 {hash}</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>已判定</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>判定人</translation>
    </message>
    <message>
        <source>Judged parcels whose verdict differs from the proposal</source>
        <translation>判定与建议不一致的地块数</translation>
    </message>
    <message>
        <source>Judged under</source>
        <translation>判定时方案</translation>
    </message>
    <message>
        <source>Judged “{verdict}”, but issued as “{issued}”.</source>
        <translation>判定为“{verdict}”，但下发类型为“{issued}”。</translation>
    </message>
    <message>
        <source>Keep the scale, centre the patch</source>
        <translation>保持比例尺，图斑居中</translation>
    </message>
    <message>
        <source>Keep {number} as it is</source>
        <translation>维持 {number} 原判定</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>维持…</translation>
    </message>
    <message>
        <source>Kept, with reasons</source>
        <translation>坚持原判定并说明理由</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Key field</source>
        <translation>编号字段</translation>
    </message>
    <message>
        <source>Key of the case</source>
        <translation>案件主键</translation>
    </message>
    <message>
        <source>Key on the keyboard</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys of the patch review</source>
        <translation>图斑核查快捷键</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Kind of land user</source>
        <translation>主体类型</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Kinds of actor</source>
        <translation>主体分类</translation>
    </message>
    <message>
        <source>Kinds of evidence</source>
        <translation>举证种类</translation>
    </message>
    <message>
        <source>Known by the columns</source>
        <translation>据以识别的列</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>土地</translation>
    </message>
    <message>
        <source>Land returned</source>
        <translation>退还土地</translation>
    </message>
    <message>
        <source>Land use</source>
        <translation>地类图斑</translation>
    </message>
    <message>
        <source>Land user</source>
        <translation>用地主体</translation>
    </message>
    <message>
        <source>Land-use class</source>
        <translation>地类</translation>
    </message>
    <message>
        <source>Land-use code field</source>
        <translation>地类编码字段</translation>
    </message>
    <message>
        <source>Land-use code “{code}” of feature {fid} is not in the plan's table: its {area} m² count as uncovered. Correct the layer or add the code to the plan.</source>
        <translation>要素 {fid} 的地类编码“{code}”不在工作方案的编码表中：其 {area} 平方米按未覆盖计。请更正图层或在方案中增加该编码。</translation>
    </message>
    <message>
        <source>Land-use codes</source>
        <translation>地类编码</translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation>单张最大</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>面积大的在前</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一日</translation>
    </message>
    <message>
        <source>Last line</source>
        <translation>末行</translation>
    </message>
    <message>
        <source>Last zoom</source>
        <translation>结束级别</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Latitude (°)</source>
        <translation>纬度（°）</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Layer of polygons, in any coordinate system of CGCS2000.</source>
        <translation>面图层，CGCS2000 的任一坐标系均可。</translation>
    </message>
    <message>
        <source>Layer of polygons; found by the names {names} in the folder.</source>
        <translation>面图层；在文件夹中按名称 {names} 查找。</translation>
    </message>
    <message>
        <source>Layer that gives it</source>
        <translation>可由图层得出</translation>
    </message>
    <message>
        <source>Layer to divide by</source>
        <translation>分割所依据的图层</translation>
    </message>
    <message>
        <source>Layer {layer} cannot be written: {why}.</source>
        <translation>图层 {layer} 无法写入：{why}。</translation>
    </message>
    <message>
        <source>Layer {layer} does not reach it: unknown, not none.</source>
        <translation>图层 {layer} 未覆盖该地块：结果为未知，不等于没有。</translation>
    </message>
    <message>
        <source>Layer {layer} has no field for the land-use code ({expected}); its fields are {fields}.</source>
        <translation>图层 {layer} 没有地类编码字段（{expected}）；现有字段为 {fields}。</translation>
    </message>
    <message>
        <source>Layer {layer} in the package cannot be read: {reason}.</source>
        <translation>成果包中的图层 {layer} 无法读取：{reason}。</translation>
    </message>
    <message>
        <source>Layer {layer} of {file} holds no areas but {type}.</source>
        <translation>{file} 的图层 {layer} 不是面图层，而是 {type}。</translation>
    </message>
    <message>
        <source>Layer {layer} of {file} is not the one that this work plan describes. Check it under the plan it was written with: {plan}.</source>
        <translation>{file} 的图层 {layer} 与本工作方案所述不符。请用编制该成果包的方案检查：{plan}。</translation>
    </message>
    <message>
        <source>Layer {layer}: {file} was changed while it was being read, so nothing was computed from it. Try again when it is complete.</source>
        <translation>图层 {layer}：{file} 在读取过程中被改动，因此未据其计算任何数值。请待文件完整后重试。</translation>
    </message>
    <message>
        <source>Layer {layer}: {problem}</source>
        <translation>图层 {layer}：{problem}</translation>
    </message>
    <message>
        <source>Layer {name} could not be read to its end ({why}), so nothing was computed from it. Check the connection and try again.</source>
        <translation>图层 {name} 未能完整读取（{why}），因此未据其计算任何数值。请检查连接后重试。</translation>
    </message>
    <message>
        <source>Layer {name}: feature {fid} cannot be used: {reason}. Correct it and try again.</source>
        <translation>图层 {name}：要素 {fid} 无法使用：{reason}。请改正后重试。</translation>
    </message>
    <message>
        <source>Layer {name}: feature {fid} has coordinates that its coordinate system does not know. Correct it, or give the layer the right system.</source>
        <translation>图层 {name}：要素 {fid} 的坐标超出其坐标系的范围。请改正，或为图层指定正确的坐标系。</translation>
    </message>
    <message>
        <source>Layer {name}: the server gave {found} of {count} features and then broke off ({why}). Nothing was computed from it. Try again, or save the layer to a GeoPackage first.</source>
        <translation>图层 {name}：服务器在 {count} 个要素中给出 {found} 个后中断（{why}），因此未据其计算任何数值。请重试，或先将图层另存为 GeoPackage。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Layers of the overlay</source>
        <translation>套合图层</translation>
    </message>
    <message>
        <source>Layout template (*.qpt)</source>
        <translation>布局模板 (*.qpt)</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不关联</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Ledger (xlsx)</source>
        <translation>台账（xlsx）</translation>
    </message>
    <message>
        <source>Ledger and rechecks</source>
        <translation>台账与复核</translation>
    </message>
    <message>
        <source>Ledger of all years</source>
        <translation>跨年度台账</translation>
    </message>
    <message>
        <source>Ledger of all years…</source>
        <translation>跨年度台账…</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>未整改</translation>
    </message>
    <message>
        <source>Left (mu)</source>
        <translation>未整改（亩）</translation>
    </message>
    <message>
        <source>Left out.</source>
        <translation>不关联。</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>Less, with per cent</source>
        <translation>减少（带幅度）</translation>
    </message>
    <message>
        <source>Letter number</source>
        <translation>移送函文号</translation>
    </message>
    <message>
        <source>Like EPSG:4527; empty: from the file, or from the size of its coordinates.</source>
        <translation>如 EPSG:4527；留空则按文件或坐标大小判断。</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Limits of policy and practice</source>
        <translation>政策与口径限值</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>提示线</translation>
    </message>
    <message>
        <source>Line reached</source>
        <translation>达到的提示线</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>提示线</translation>
    </message>
    <message>
        <source>Lines before the parcel</source>
        <translation>地块前的文字行</translation>
    </message>
    <message>
        <source>Lines of the list</source>
        <translation>清单行数</translation>
    </message>
    <message>
        <source>Link patches to earlier work</source>
        <translation>关联往期图斑</translation>
    </message>
    <message>
        <source>Link to earlier work</source>
        <translation>与往期的关联方式</translation>
    </message>
    <message>
        <source>Link to earlier work…</source>
        <translation>关联往期图斑…</translation>
    </message>
    <message>
        <source>Linked already</source>
        <translation>已关联</translation>
    </message>
    <message>
        <source>Linked from this share</source>
        <translation>视为关联的最低占比</translation>
    </message>
    <message>
        <source>Linked to earlier work</source>
        <translation>与往期关联</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Links to earlier work</source>
        <translation>与往期的关联</translation>
    </message>
    <message>
        <source>List of feedback</source>
        <translation>反馈清单</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Lists all illegal use of cultivated land, of all years, each case once.
A case is a row of an old list that was taken in, a parcel of the casebook that is judged illegal and takes cultivated land, or both where they are linked. Each has its areas, what is put right and left, acceptance, certificate, whether it is closed, and how many days it has been open. The workbooks are the ledger, and a table of ages by county and year. Military land is left out. Nothing is recorded.</source>
        <translation>列出历年全部违法占用耕地案件，每案只列一次。
一案是导入的旧台账的一行，或台账本中判为违法且占用耕地的地块，两者已关联的合为一案。各案列出面积、已整改和未整改、验收、到位证明、是否销号、未销号天数。可另存台账和按县（市、区）、年度的账龄表。军用土地不列。不记录任何内容。</translation>
    </message>
    <message>
        <source>Lists of cases</source>
        <translation>案件清单</translation>
    </message>
    <message>
        <source>Lists of cases saved: {file}</source>
        <translation>案件清单已保存：{file}</translation>
    </message>
    <message>
        <source>Lists the cases for which reserve quota is to be frozen, is frozen, or is to be set free.
Each has the cultivated land that was taken and how much of it is not put right, since when it is to be frozen, when it was, since when it can be set free, and when it was, with the documents. Military land is left out. Nothing is recorded; the days are recorded in the window of the ledger.</source>
        <translation>列出应冻结、已冻结和应解冻补充耕地指标的案件。
各案列出违法占用耕地面积和未整改面积，自何时应冻结、何时已冻结，自何时可解冻、何时已解冻，及文号。军用土地不列。不记录任何内容；冻结和解冻日期在台账窗口中登记。</translation>
    </message>
    <message>
        <source>Lists the parcels that are judged as illegal, or of which it is recorded how they are put right.
Each row has the areas in mu (illegal, put right, under way, planned, left; put right is demolished and made up), the recultivated area, the stage, the day it is due and since when it is overdue, the certificate and the measures. Or each row is one measure. Military land is left out. Nothing is recorded.</source>
        <translation>列出判为违法的地块和已有整改记录的地块。
每行有各项面积（亩：违法、已整改、整改中、计划、未整改；已整改分为拆除和补办）、复耕到位面积、阶段、期限和逾期日、证明和措施；也可以一项措施一行。不含军用土地。不作记录。</translation>
    </message>
    <message>
        <source>Lists the parcels that are to be looked at again, by month and person.
Facility land, temporary land, rural roads, unchanged and recultivated parcels are looked at in the cycles of the work plan; temporary land also when its term ends and when it has to be reclaimed. A cycle counts on from its last recheck. With a month only what is due up to its end is listed. Military land is left out. Nothing is recorded.</source>
        <translation>按月份和人员列出应复核的地块。
设施农业用地、临时用地、农村道路、实地未变化和拆除复耕的地块按工作方案的周期复核；临时用地另在到期日和复垦期限日复核。周期自上次复核起继续计算。填写月份时只列至该月底到期的。军用土地不列。不记录任何内容。</translation>
    </message>
    <message>
        <source>Lists to print (xlsx)</source>
        <translation>打印用清单（xlsx）</translation>
    </message>
    <message>
        <source>Lists what is due, overdue or has to wait in the cases as of a day.
Each row has the case, the step, the term with the day it counts from, the last day, the days left, and the article of law or other source of the term. The workbook has the terms, the cases, the penalties and the transfers, set up to be printed. Cases with military land are left out. Nothing is recorded.</source>
        <translation>列出截至某日各案件到期、逾期和尚不得办理的事项。
每行包括案件、步骤、期限及起算日、最后一日、剩余天数，以及期限所依据的条文或其他来源。工作簿含期限、案件、处罚和移送移交四张表，已设置好打印。含军用土地的案件不列入。不作任何记录。</translation>
    </message>
    <message>
        <source>Lists which areas reach which threshold of the work plan.
It takes the table of figures that the overlay of any areas gives, or any table with the same columns in mu (cultivated_mu, basic_farmland_mu, red_line_mu …). A threshold that also asks for a verdict is compared by its figures alone: what is listed may have to be visited, depending on the verdict.</source>
        <translation>列出哪些区域达到工作方案的哪条阈值。
输入为“任意区域套合”给出的数值表，或字段相同、以亩为单位的任意表（cultivated_mu、basic_farmland_mu、red_line_mu 等）。同时取决于判定的阈值只按数值比较：列出的是否须外业核查，还要看判定。</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>坐落</translation>
    </message>
    <message>
        <source>Longest (days)</source>
        <translation>最长（天）</translation>
    </message>
    <message>
        <source>Longest file name, characters</source>
        <translation>文件名最多字符数</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Longitude (°)</source>
        <translation>经度（°）</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Looked at last</source>
        <translation>上次复核</translation>
    </message>
    <message>
        <source>Looked at last on {day}</source>
        <translation>上次复核 {day}</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>Looking at imagery</source>
        <translation>正在查看影像</translation>
    </message>
    <message>
        <source>Looking at the photos</source>
        <translation>正在读取照片</translation>
    </message>
    <message>
        <source>Looking for earlier work on the same place</source>
        <translation>正在查找同一位置的往期图斑</translation>
    </message>
    <message>
        <source>Looking for layers</source>
        <translation>正在查找图层</translation>
    </message>
    <message>
        <source>Looking into {file}</source>
        <translation>正在查看 {file}</translation>
    </message>
    <message>
        <source>Looking it up</source>
        <translation>正在核对</translation>
    </message>
    <message>
        <source>Made by Tuban on {day}</source>
        <translation>Tuban 生成于 {day}</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Made up</source>
        <translation>补办</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Make a key</source>
        <translation>生成密钥</translation>
    </message>
    <message>
        <source>Make it a paper…</source>
        <translation>生成文稿…</translation>
    </message>
    <message>
        <source>Makes a new, empty casebook for one county.
A casebook is one GeoPackage with the patches, the parcels, what was judged about them and a journal of every change. A file that is there already is never overwritten.</source>
        <translation>为一个县新建空的台账本。
台账本是一个 GeoPackage 文件，包含图斑、地块、判定结果和每次更改的日志。已存在的文件绝不会被覆盖。</translation>
    </message>
    <message>
        <source>Makes a working file for each of several people, with a share of a month's patches.
The patches are shared out in the order of their numbers, which mostly keeps neighbours together; without names each township has a file, as the overlay found it. Each file holds its patches with all that is recorded of them, and nothing else of the casebook; military land is given to nobody. It is merged back with “Merge working file” and cannot be handed up itself.</source>
        <translation>为几个人各生成一个分工文件，每份含当月的一部分图斑。
图斑按编号顺序分配，相邻图斑多在一起；不填姓名则按套合所得的乡镇各生成一份。每份只含所分图斑及其全部记录，不含台账本的其他内容；军用土地不分给任何人。完成后用“合并分工文件”并回，分工文件不能单独上报。</translation>
    </message>
    <message>
        <source>Mandatory when</source>
        <translation>何时必答</translation>
    </message>
    <message>
        <source>Map services</source>
        <translation>地图服务</translation>
    </message>
    <message>
        <source>Margin (m)</source>
        <translation>外扩（米）</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Mark of origin</source>
        <translation>来源标记</translation>
    </message>
    <message>
        <source>Mark of the figures</source>
        <translation>取数标记</translation>
    </message>
    <message>
        <source>Mark of the months</source>
        <translation>月数来源标记</translation>
    </message>
    <message>
        <source>Mark of the subcategories</source>
        <translation>子类的来源标记</translation>
    </message>
    <message>
        <source>Mark of what it adds to</source>
        <translation>计入方式的来源标记</translation>
    </message>
    <message>
        <source>Mark on the sheet</source>
        <translation>密级提示</translation>
    </message>
    <message>
        <source>Marked photos are of none</source>
        <translation>所选照片移出</translation>
    </message>
    <message>
        <source>Marked photos are of this</source>
        <translation>所选照片归入此处</translation>
    </message>
    <message>
        <source>Marked rows: leave out</source>
        <translation>所选行：不关联</translation>
    </message>
    <message>
        <source>Marked rows: the parcel at hand</source>
        <translation>所选行：归当前地块</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配结果</translation>
    </message>
    <message>
        <source>May be cut to fit</source>
        <translation>可截短</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测面积</translation>
    </message>
    <message>
        <source>Measured at the inspection</source>
        <translation>核验实测</translation>
    </message>
    <message>
        <source>Measured outline</source>
        <translation>实测范围</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Measures and areas…</source>
        <translation>整改措施和面积…</translation>
    </message>
    <message>
        <source>Measures that carry it out</source>
        <translation>落实所对应的整改措施</translation>
    </message>
    <message>
        <source>Megabytes</source>
        <translation>大小（MB）</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merge back…</source>
        <translation>合并地块…</translation>
    </message>
    <message>
        <source>Merge parcels back</source>
        <translation>合并地块</translation>
    </message>
    <message>
        <source>Merge working file</source>
        <translation>合并分工文件</translation>
    </message>
    <message>
        <source>Merges what somebody did in a working file into the casebook it was made from.
Parcel by parcel: what only one side changed is taken, what both changed has to be chosen. The file may be merged again after more work was done in it.</source>
        <translation>把分工文件中的工作并回生成它的台账本。
逐地块合并：只有一方改过的直接采用，双方都改过的须选定。分工文件继续工作后可以再次合并。</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>正在合并</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Metres around each patch.</source>
        <translation>每个图斑四周的米数。</translation>
    </message>
    <message>
        <source>Military land</source>
        <translation>军用土地登记表</translation>
    </message>
    <message>
        <source>Military land goes its own path</source>
        <translation>军事用地另行上报</translation>
    </message>
    <message>
        <source>Military land is not counted. Made by Tuban.</source>
        <translation>军用土地不参加统计。由 Tuban 生成。</translation>
    </message>
    <message>
        <source>Military land: it is not in this package. Enter it in the register of military land (军用土地登记表) and report it by confidential mail (机要).</source>
        <translation>军事用地：不列入本成果包。请登记到《军用土地登记表》，并通过机要渠道报送。</translation>
    </message>
    <message>
        <source>Military land: it is not taken in.</source>
        <translation>军用土地：不导入。</translation>
    </message>
    <message>
        <source>Military land: {count} patches or parcels are not in this package. They stand in the register of military land.</source>
        <translation>军用土地：{count} 个图斑或地块不在本成果包中，见《军用土地登记表》。</translation>
    </message>
    <message>
        <source>Military patches are left out: a request would tell the service where they are. Zooms, margin, pause and the most tiles at once are in imagery.json of the work plan. Whether a service may be used like this is between it and the office.</source>
        <translation>军用图斑不取影像：请求会把位置透露给服务方。级别、外扩、间隔和一次最多瓦片数见工作方案的 imagery.json。服务是否允许这样使用，由单位与服务方约定。</translation>
    </message>
    <message>
        <source>Military patches that stay</source>
        <translation>留在台账本中的军用图斑数</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>本方的</translation>
    </message>
    <message>
        <source>Mineral</source>
        <translation>矿产</translation>
    </message>
    <message>
        <source>Mineral patch; still to be answered: {what}</source>
        <translation>矿产图斑；尚待填报：{what}</translation>
    </message>
    <message>
        <source>Mineral patches</source>
        <translation>矿产图斑</translation>
    </message>
    <message>
        <source>Mineral patches are not due with the month's land patches.</source>
        <translation>矿产图斑不与当月土地图斑一同月清。</translation>
    </message>
    <message>
        <source>Mineral patches have a calendar of their own</source>
        <translation>矿产图斑另有时间安排</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>尚缺</translation>
    </message>
    <message>
        <source>Missing: {what}</source>
        <translation>尚缺：{what}</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Monthly bulletin</source>
        <translation>月度通报</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月数</translation>
    </message>
    <message>
        <source>Months at least</source>
        <translation>至少月数</translation>
    </message>
    <message>
        <source>Months it is about</source>
        <translation>涉及的月份</translation>
    </message>
    <message>
        <source>Months to correct</source>
        <translation>纠正月数</translation>
    </message>
    <message>
        <source>More</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>More, with per cent</source>
        <translation>增加（带幅度）</translation>
    </message>
    <message>
        <source>Most areas in field {field} do not fit the shapes in the chosen unit {unit}.</source>
        <translation>按所选单位 {unit}，字段 {field} 中的多数面积与图形不符。</translation>
    </message>
    <message>
        <source>Most serious first</source>
        <translation>最严重的在前</translation>
    </message>
    <message>
        <source>Most tiles</source>
        <translation>瓦片上限</translation>
    </message>
    <message>
        <source>Move to the military register</source>
        <translation>移入军用土地登记表</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>顺延</translation>
    </message>
    <message>
        <source>Mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <source>Mu in a square metre</source>
        <translation>每平方米折合亩</translation>
    </message>
    <message>
        <source>Must be visited</source>
        <translation>必须外业核查</translation>
    </message>
    <message>
        <source>My name</source>
        <translation>我的姓名</translation>
    </message>
    <message>
        <source>My name…</source>
        <translation>我的姓名…</translation>
    </message>
    <message>
        <source>N</source>
        <translation>北</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name for the journal; empty: as in Tuban's settings, or the computer's user.</source>
        <translation>记入日志的姓名；留空则取图斑插件设置中的姓名或计算机用户名。</translation>
    </message>
    <message>
        <source>Name of county or city</source>
        <translation>县（市、区）或市名称</translation>
    </message>
    <message>
        <source>Name of the county, as the forms print it.</source>
        <translation>县名称，与报表中的写法一致。</translation>
    </message>
    <message>
        <source>Name of the source</source>
        <translation>来源名称</translation>
    </message>
    <message>
        <source>Named as the previous number</source>
        <translation>往期编号</translation>
    </message>
    <message>
        <source>Names the layer may have</source>
        <translation>图层名别名</translation>
    </message>
    <message>
        <source>Names, with 、 between them</source>
        <translation>姓名，几人之间用“、”</translation>
    </message>
    <message>
        <source>Narrowest parcel</source>
        <translation>最窄地块</translation>
    </message>
    <message>
        <source>Nearest looked for within</source>
        <translation>最近距离查找范围</translation>
    </message>
    <message>
        <source>Nearest next</source>
        <translation>就近顺序</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新案件</translation>
    </message>
    <message>
        <source>New casebook</source>
        <translation>新建台账本</translation>
    </message>
    <message>
        <source>New casebook…</source>
        <translation>新建台账本…</translation>
    </message>
    <message>
        <source>New cases</source>
        <translation>新增案件数</translation>
    </message>
    <message>
        <source>New cases that are linked to a parcel</source>
        <translation>已关联地块的新增案件数</translation>
    </message>
    <message>
        <source>New id</source>
        <translation>新编号</translation>
    </message>
    <message>
        <source>New measure</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>New measures</source>
        <translation>新增措施</translation>
    </message>
    <message>
        <source>New patch</source>
        <translation>新图斑</translation>
    </message>
    <message>
        <source>New title</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Next in turn</source>
        <translation>下一待办</translation>
    </message>
    <message>
        <source>Next term</source>
        <translation>最近期限</translation>
    </message>
    <message>
        <source>Next undecided</source>
        <translation>下一个未判定</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No base layer was given or found. Set FOLDER, or a layer for each role.</source>
        <translation>没有指定也没有找到底图图层。请设置 FOLDER，或逐个指定图层。</translation>
    </message>
    <message>
        <source>No case</source>
        <translation>未立案件</translation>
    </message>
    <message>
        <source>No certificate is dated {day}: that day has not come yet.</source>
        <translation>证明日期不能是 {day}：该日尚未到来。</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>未注明分类</translation>
    </message>
    <message>
        <source>No column of the table is one of the plan's kinds of evidence.</source>
        <translation>表中没有一列是工作方案中的证据类型。</translation>
    </message>
    <message>
        <source>No county has anything illegal.</source>
        <translation>没有县（市、区）有违法用地。</translation>
    </message>
    <message>
        <source>No county's ratio reaches a line of the plan.</source>
        <translation>没有县（市、区）的比例达到方案的提示线。</translation>
    </message>
    <message>
        <source>No errors, {warnings} warnings. The package can be written.</source>
        <translation>没有错误，{warnings} 条警告。可以生成成果包。</translation>
    </message>
    <message>
        <source>No evidence recorded</source>
        <translation>尚无举证</translation>
    </message>
    <message>
        <source>No export is chosen yet.</source>
        <translation>尚未选择导出表。</translation>
    </message>
    <message>
        <source>No field of the layer has codes or names of the counties; it is not drawn.</source>
        <translation>图层中没有字段含有各县（市、区）的代码或名称，未绘制该图层。</translation>
    </message>
    <message>
        <source>No imagery after</source>
        <translation>没有后时相影像</translation>
    </message>
    <message>
        <source>No imagery before</source>
        <translation>没有前时相影像</translation>
    </message>
    <message>
        <source>No imagery of now</source>
        <translation>无现状影像</translation>
    </message>
    <message>
        <source>No imagery with a date. Give it one under “Imagery…”.</source>
        <translation>没有带日期的影像。请在“影像…”中填写日期。</translation>
    </message>
    <message>
        <source>No key yet: packages are not signed.</source>
        <translation>尚无密钥，成果包不签名。</translation>
    </message>
    <message>
        <source>No other undecided parcel</source>
        <translation>没有其他未判定地块</translation>
    </message>
    <message>
        <source>No overlay yet</source>
        <translation>尚未套合</translation>
    </message>
    <message>
        <source>No overlay yet. Run it from the casebook menu.</source>
        <translation>尚未套合，请在台账本菜单中运行套合。</translation>
    </message>
    <message>
        <source>No package of a county has been read yet.</source>
        <translation>尚未读取任何县级成果包。</translation>
    </message>
    <message>
        <source>No parcel is in this queue.</source>
        <translation>此队列中没有地块。</translation>
    </message>
    <message>
        <source>No parcel is left in doubt</source>
        <translation>没有仍为存疑的地块</translation>
    </message>
    <message>
        <source>No parcel's number is in its name, and it does not say where it was taken.</source>
        <translation>名称中没有地块编号，也没有拍摄位置。</translation>
    </message>
    <message>
        <source>No parcel's number is in its name, and no parcel is within {metres} m.</source>
        <translation>名称中没有地块编号，{metres} 米内也没有地块。</translation>
    </message>
    <message>
        <source>No part is larger than the parcel</source>
        <translation>各项面积均不大于地块面积</translation>
    </message>
    <message>
        <source>No part of a measure is larger than the whole</source>
        <translation>整改各分项面积不大于总面积</translation>
    </message>
    <message>
        <source>No patch is military in part</source>
        <translation>没有部分属于军事用地的图斑</translation>
    </message>
    <message>
        <source>No patches yet. Import what was issued, then lay it over the base data.</source>
        <translation>还没有图斑。请先导入下发图斑，再与底图数据套合。</translation>
    </message>
    <message>
        <source>No patches yet. Read the packages of the counties.</source>
        <translation>还没有图斑。请读取各县的成果包。</translation>
    </message>
    <message>
        <source>No photo is named as one of these kinds: {kinds}.</source>
        <translation>没有文件名标明为以下种类的照片：{kinds}。</translation>
    </message>
    <message>
        <source>No photo is there twice</source>
        <translation>照片没有重复</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>没有照片</translation>
    </message>
    <message>
        <source>No picture fits after.</source>
        <translation>没有合适的后时相影像。</translation>
    </message>
    <message>
        <source>No picture fits before.</source>
        <translation>没有合适的前时相影像。</translation>
    </message>
    <message>
        <source>No picture is newer than the one after: the place as it is now is not shown.</source>
        <translation>没有比后时相更新的影像，无法显示现状。</translation>
    </message>
    <message>
        <source>No picture to compare</source>
        <translation>不作时相影像</translation>
    </message>
    <message>
        <source>No station has photos of each of these: {stages}.</source>
        <translation>没有一个站点具备以下各阶段的照片：{stages}。</translation>
    </message>
    <message>
        <source>No such number this month</source>
        <translation>本月没有该编号</translation>
    </message>
    <message>
        <source>No tile was brought: nothing is written.</source>
        <translation>没有取得任何瓦片，未写出文件。</translation>
    </message>
    <message>
        <source>No town</source>
        <translation>未注明乡镇</translation>
    </message>
    <message>
        <source>No unit of the work plan is called “{county}”.</source>
        <translation>工作方案中没有名为“{county}”的单位。</translation>
    </message>
    <message>
        <source>No unit reaches a line.</source>
        <translation>没有县（市、区）达到提示线。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>None known</source>
        <translation>未发现</translation>
    </message>
    <message>
        <source>None of its ways is one that county and city inspect.</source>
        <translation>整改方式均不需县级初验、市级核验。</translation>
    </message>
    <message>
        <source>None of the case's parcels is there now.</source>
        <translation>该案件的地块现均不存在。</translation>
    </message>
    <message>
        <source>None of these parcels is in a month of this casebook.</source>
        <translation>这些地块不在本台账本的任何月份中。</translation>
    </message>
    <message>
        <source>Not
sorted</source>
        <translation>未归类</translation>
    </message>
    <message>
        <source>Not a certificate</source>
        <translation>不是到位证明</translation>
    </message>
    <message>
        <source>Not after the cut-off</source>
        <translation>不晚于时间节点</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>尚不得办理</translation>
    </message>
    <message>
        <source>Not checked in the field yet</source>
        <translation>尚未外业核查</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>未销号</translation>
    </message>
    <message>
        <source>Not corrected yet</source>
        <translation>未纠正</translation>
    </message>
    <message>
        <source>Not corrected, too late</source>
        <translation>未纠正（已逾期）</translation>
    </message>
    <message>
        <source>Not counted: {kind} since {first}, {days} days so far{why}</source>
        <translation>不计入：{kind}自 {first} 起，至今 {days} 天{why}</translation>
    </message>
    <message>
        <source>Not counted: {kind} {first} to {last}, {days} days{why}</source>
        <translation>不计入：{kind} {first} 至 {last}，{days} 天{why}</translation>
    </message>
    <message>
        <source>Not farther than</source>
        <translation>距地块不超过</translation>
    </message>
    <message>
        <source>Not handed up yet</source>
        <translation>尚未上报</translation>
    </message>
    <message>
        <source>Not handed up, too late</source>
        <translation>未上报（已逾期）</translation>
    </message>
    <message>
        <source>Not in place</source>
        <translation>未到位</translation>
    </message>
    <message>
        <source>Not in place on {day}, and nobody says what is missing.</source>
        <translation>{day} 核验未到位，但没有写明缺什么。</translation>
    </message>
    <message>
        <source>Not in the export</source>
        <translation>导出表中没有</translation>
    </message>
    <message>
        <source>Not in this month of the casebook</source>
        <translation>台账本月没有</translation>
    </message>
    <message>
        <source>Not inspected yet</source>
        <translation>尚未核验</translation>
    </message>
    <message>
        <source>Not more is recultivated than was demolished</source>
        <translation>复耕面积不大于拆除面积</translation>
    </message>
    <message>
        <source>Not more than</source>
        <translation>不大于</translation>
    </message>
    <message>
        <source>Not of this casebook</source>
        <translation>不属于本台账本</translation>
    </message>
    <message>
        <source>Not put right (mu)</source>
        <translation>未整改耕地（亩）</translation>
    </message>
    <message>
        <source>Not recorded yet</source>
        <translation>尚未记录</translation>
    </message>
    <message>
        <source>Not recorded yet. Choose again to leave it unrecorded.</source>
        <translation>尚未记录。再次选择则放弃未记录的内容。</translation>
    </message>
    <message>
        <source>Not recorded yet; what is recorded has changed since</source>
        <translation>尚未记录；开始填写之后，已记录的内容有变动</translation>
    </message>
    <message>
        <source>Not saved. Save, or close again to drop the changes.</source>
        <translation>尚未保存。请保存，或再次关闭以放弃改动。</translation>
    </message>
    <message>
        <source>Not settled</source>
        <translation>未定性</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>未签名</translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note · {number}</source>
        <translation>备注 · {number}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Notes below</source>
        <translation>附注</translation>
    </message>
    <message>
        <source>Nothing can be signed here: the Python library cryptography is missing.</source>
        <translation>本机无法签名：缺少 Python 库 cryptography。</translation>
    </message>
    <message>
        <source>Nothing else waits for you this month</source>
        <translation>本月没有其他待办</translation>
    </message>
    <message>
        <source>Nothing from: {layers}</source>
        <translation>未涉及：{layers}</translation>
    </message>
    <message>
        <source>Nothing in the casebook is changed. What only one side has is in doubt, not a difference.</source>
        <translation>台账本不作任何改动。只有一方有的内容列为存疑，不算不一致。</translation>
    </message>
    <message>
        <source>Nothing in the casebook was changed. What only one side has is in doubt, not a difference: the system may keep it where its export does not show it.</source>
        <translation>台账未作任何改动。只有一方有的内容列为存疑，不算不一致：系统中可能有而导出表不带。</translation>
    </message>
    <message>
        <source>Nothing is carried on: {count} months at least are needed.</source>
        <translation>不作外推：至少需要 {count} 个月的数据。</translation>
    </message>
    <message>
        <source>Nothing is recorded.</source>
        <translation>不记录任何内容。</translation>
    </message>
    <message>
        <source>Nothing is recorded; the table says what would become of each row.</source>
        <translation>不作记录；结果表说明每行会怎样。</translation>
    </message>
    <message>
        <source>Nothing is said of military land</source>
        <translation>军用土地不予说明</translation>
    </message>
    <message>
        <source>Nothing is written of military land.</source>
        <translation>军事用地不写出任何内容。</translation>
    </message>
    <message>
        <source>Nothing issued</source>
        <translation>本月无下发</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>Nothing new to record.</source>
        <translation>没有需要记录的新内容。</translation>
    </message>
    <message>
        <source>Nothing of it was put right in a way that the certificate is for.</source>
        <translation>没有以须出具到位证明的方式完成整改的部分。</translation>
    </message>
    <message>
        <source>Nothing of the parcel was changed since it was handed up.</source>
        <translation>上报之后尚未作任何改动。</translation>
    </message>
    <message>
        <source>Nothing points to military land</source>
        <translation>没有涉及军事用地的迹象</translation>
    </message>
    <message>
        <source>Nothing recorded</source>
        <translation>未登记整改</translation>
    </message>
    <message>
        <source>Nothing stands under a heading.</source>
        <translation>各列均无内容。</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>无需处理</translation>
    </message>
    <message>
        <source>Nothing to put right</source>
        <translation>无需整改</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Nothing was drawn this month.</source>
        <translation>本月尚未抽取。</translation>
    </message>
    <message>
        <source>Nothing was measured.</source>
        <translation>未实测。</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Notice of progress</source>
        <translation>进度通报</translation>
    </message>
    <message>
        <source>Now: {name}</source>
        <translation>现状：{name}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Number of errors</source>
        <translation>错误数</translation>
    </message>
    <message>
        <source>Number of findings</source>
        <translation>结果条数</translation>
    </message>
    <message>
        <source>Number of parcels</source>
        <translation>地块数</translation>
    </message>
    <message>
        <source>Number of the notice</source>
        <translation>通知书文号</translation>
    </message>
    <message>
        <source>Number of the parcel, or its last digits:</source>
        <translation>地块编号或末几位：</translation>
    </message>
    <message>
        <source>Number of the parcel, where it is known</source>
        <translation>地块编号（如已知）</translation>
    </message>
    <message>
        <source>Number of warnings</source>
        <translation>警告数</translation>
    </message>
    <message>
        <source>Number, or its last digits</source>
        <translation>编号或其末几位</translation>
    </message>
    <message>
        <source>Number, parcel, day and hash are those of the record; its facts are unchanged.</source>
        <translation>编号、地块、日期、校验码与台账本一致，所证明的内容未变。</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Numbers are unique</source>
        <translation>编号不重复</translation>
    </message>
    <message>
        <source>Numbers can be written</source>
        <translation>编号可以填写</translation>
    </message>
    <message>
        <source>Numbers fit their fields</source>
        <translation>编号长度不超过字段宽度</translation>
    </message>
    <message>
        <source>Numbers of certificates</source>
        <translation>证明编号</translation>
    </message>
    <message>
        <source>Numbers of parcels or certificates with commas between; empty: all of the month.</source>
        <translation>地块编号或证明编号，以逗号分隔；留空为该月全部。</translation>
    </message>
    <message>
        <source>Numbers of parcels, separated by commas, that are told of before those that the plan's rules choose.</source>
        <translation>地块编号，用逗号分隔；排在按方案规则选出的案例之前。</translation>
    </message>
    <message>
        <source>Numbers of parcels, separated by commas: what if these were put right in time.</source>
        <translation>地块编号，用逗号分隔：假定它们按时整改到位。</translation>
    </message>
    <message>
        <source>Numbers of the columns.</source>
        <translation>栏次行。</translation>
    </message>
    <message>
        <source>Numbers of the parcels</source>
        <translation>地块编号</translation>
    </message>
    <message>
        <source>Numbers with commas between, to hand up patch by patch; empty: the whole month.</source>
        <translation>图斑编号，用逗号隔开，可逐图斑上报；留空为整月。</translation>
    </message>
    <message>
        <source>Numerator</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>Numerator, denominator, deductions and lines are those of the plan's accountability.json, which says how sure each is; the text of the method that the work plan names is not public.</source>
        <translation>分子、分母、扣减和提示线按方案的 accountability.json，其中逐项标明把握程度；方案所称计算方法的文本未公开。</translation>
    </message>
    <message>
        <source>Numerator, denominator, deductions and lines are those of the work plan's accountability.json, each with its source and how sure it is. The text of the method that the work plan names is not public: this is no official result.</source>
        <translation>分子、分母、扣减项和提示线取自工作方案的 accountability.json，各注明来源和把握程度。工作方案所指计算方法的文本未公开，本结果不是官方结果。</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>其中</translation>
    </message>
    <message>
        <source>Of a patch</source>
        <translation>图斑计法</translation>
    </message>
    <message>
        <source>Of each unit</source>
        <translation>每个单位抽取</translation>
    </message>
    <message>
        <source>Of each unit, %</source>
        <translation>每个单位抽取（%）</translation>
    </message>
    <message>
        <source>Of the outline measured on {day} only {inside} of {measured} mu lie in the parcel ({least} % at least are expected). It may have been drawn elsewhere.</source>
        <translation>{day} 实测范围 {measured} 亩中只有 {inside} 亩位于地块内（应不少于 {least}%），可能画在了别处。</translation>
    </message>
    <message>
        <source>Of which:</source>
        <translation>其中：</translation>
    </message>
    <message>
        <source>Offered within</source>
        <translation>候选距离</translation>
    </message>
    <message>
        <source>Office's key</source>
        <translation>单位密钥</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>由谁办理</translation>
    </message>
    <message>
        <source>Old case of the ledger</source>
        <translation>台账旧案</translation>
    </message>
    <message>
        <source>Old case taken into the ledger</source>
        <translation>旧案件导入台账</translation>
    </message>
    <message>
        <source>Old cases are being imported.</source>
        <translation>正在导入旧案件。</translation>
    </message>
    <message>
        <source>Old list</source>
        <translation>旧台账</translation>
    </message>
    <message>
        <source>Old list: {file}, row {row}</source>
        <translation>旧台账：{file}，第 {row} 行</translation>
    </message>
    <message>
        <source>Old rows tell of its whole patch; they are not counted: {rows}.</source>
        <translation>旧台账有整个图斑的行，不另计：{rows}。</translation>
    </message>
    <message>
        <source>On basic farmland</source>
        <translation>涉及永久基本农田</translation>
    </message>
    <message>
        <source>On the basis of</source>
        <translation>销号依据</translation>
    </message>
    <message>
        <source>On the day</source>
        <translation>核查日期</translation>
    </message>
    <message>
        <source>On the ground</source>
        <translation>属实地核查</translation>
    </message>
    <message>
        <source>On the map…</source>
        <translation>上图…</translation>
    </message>
    <message>
        <source>On the sheet</source>
        <translation>证明上</translation>
    </message>
    <message>
        <source>One entry a line</source>
        <translation>每行一项</translation>
    </message>
    <message>
        <source>One name for each file, with commas between; the files are called so. Empty: by township.</source>
        <translation>每个文件一个名字，用逗号隔开，文件以此命名。留空则按乡镇。</translation>
    </message>
    <message>
        <source>One of its photos is also that of military land.</source>
        <translation>其中一张照片同时属于军事用地。</translation>
    </message>
    <message>
        <source>One photo for two patches</source>
        <translation>一张照片用于两个图斑</translation>
    </message>
    <message>
        <source>One polygon per gap, with its area, in EPSG:4490; none when all is covered.</source>
        <translation>每处缝隙一个面，附面积，坐标系 EPSG:4490；全部覆盖时为空。</translation>
    </message>
    <message>
        <source>One row per area and land-use code; the deduction stands under its own code.</source>
        <translation>每个区域的每个地类一行；田坎扣除列在其自身编码下。</translation>
    </message>
    <message>
        <source>One row per area and threshold, with the figure that reaches it, in mu.</source>
        <translation>每个区域的每条达到的阈值一行，附达到阈值的面积（亩）。</translation>
    </message>
    <message>
        <source>One row per area, in EPSG:4490; columns carry their unit.</source>
        <translation>每个区域一行，坐标系 EPSG:4490；字段名带单位。</translation>
    </message>
    <message>
        <source>One row per area, with columns of areas in mu.</source>
        <translation>每个区域一行，含以亩为单位的面积字段。</translation>
    </message>
    <message>
        <source>Only compare</source>
        <translation>仅比对</translation>
    </message>
    <message>
        <source>Only match</source>
        <translation>只匹配不关联</translation>
    </message>
    <message>
        <source>Only open cases</source>
        <translation>仅未销号案件</translation>
    </message>
    <message>
        <source>Only parcels of this month, like 2023-04; empty: of all months.</source>
        <translation>只匹配该月的地块，如 2023-04；留空：全部月份。</translation>
    </message>
    <message>
        <source>Only say what would be recorded</source>
        <translation>只预览，不记录</translation>
    </message>
    <message>
        <source>Only show what it changes</source>
        <translation>仅预览变化</translation>
    </message>
    <message>
        <source>Only tell the size</source>
        <translation>只估算大小</translation>
    </message>
    <message>
        <source>Only the number was given: whether the sheet says the same as the record has to be read.</source>
        <translation>只输入了编号：证明上的内容是否与台账本一致，须对照阅读。</translation>
    </message>
    <message>
        <source>Only the parcel with this number.</source>
        <translation>仅此编号的地块。</translation>
    </message>
    <message>
        <source>Only the parcels of this month, like 2023-04; empty: all.</source>
        <translation>只处理该月的地块，如 2023-04；留空则为全部。</translation>
    </message>
    <message>
        <source>Only these patches</source>
        <translation>仅这些图斑</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open a casebook…</source>
        <translation>打开台账本…</translation>
    </message>
    <message>
        <source>Open and reopened</source>
        <translation>未销号（含重新立账）</translation>
    </message>
    <message>
        <source>Open casebook</source>
        <translation>打开台账本</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>未销号案件数</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open or create a casebook: one file that holds everything about a county.</source>
        <translation>请打开或新建台账本：一个县的全部内容记在这一个文件里。</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Open the casebook for writing, if it is free now</source>
        <translation>若台账本已空闲，以可写方式打开</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open {file} again</source>
        <translation>打开上次的 {file}</translation>
    </message>
    <message>
        <source>Opens the case again</source>
        <translation>重新立账</translation>
    </message>
    <message>
        <source>Opens “Split by layer” with this approval chosen</source>
        <translation>打开“按图层分宗”，并已选好该批准</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Order, and queues of your own</source>
        <translation>顺序，以及自定义队列</translation>
    </message>
    <message>
        <source>Other agricultural</source>
        <translation>其他农用地</translation>
    </message>
    <message>
        <source>Other months than the paper's</source>
        <translation>另取的月份范围</translation>
    </message>
    <message>
        <source>Otherwise closed cases are in it, too.</source>
        <translation>否则也包括已销号案件。</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>地块边界</translation>
    </message>
    <message>
        <source>Outlines are the recorded ones</source>
        <translation>图形与记录一致</translation>
    </message>
    <message>
        <source>Outlines of counties for the maps, with a field of their codes or names; empty: a line round the parcels of each.</source>
        <translation>地图用的县级界线，须有代码或名称字段；留空：以各县（市、区）地块的外围线代替。</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>超过</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Overdue and due</source>
        <translation>逾期和到期</translation>
    </message>
    <message>
        <source>Overdue, not put right</source>
        <translation>整改逾期</translation>
    </message>
    <message>
        <source>Overdue, or due within {days} days</source>
        <translation>逾期，或 {days} 天内到期</translation>
    </message>
    <message>
        <source>Overlapping</source>
        <translation>位置重叠</translation>
    </message>
    <message>
        <source>Overlaps in a layer</source>
        <translation>图层内重叠</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>套合</translation>
    </message>
    <message>
        <source>Overlay areas</source>
        <translation>套合分析</translation>
    </message>
    <message>
        <source>Overlay finished: {what}</source>
        <translation>套合完成：{what}</translation>
    </message>
    <message>
        <source>Overlay layers</source>
        <translation>套合图层</translation>
    </message>
    <message>
        <source>Overlay of any areas</source>
        <translation>任意区域套合</translation>
    </message>
    <message>
        <source>Overlay of {month}</source>
        <translation>{month} 套合</translation>
    </message>
    <message>
        <source>Overlay with base data</source>
        <translation>与底图数据套合</translation>
    </message>
    <message>
        <source>Overlay with base data…</source>
        <translation>与底图数据套合…</translation>
    </message>
    <message>
        <source>Overlay: cultivated {cultivated} mu, basic farmland {basic} mu</source>
        <translation>套合：耕地 {cultivated} 亩，永久基本农田 {basic} 亩</translation>
    </message>
    <message>
        <source>Oversight</source>
        <translation>统计督导</translation>
    </message>
    <message>
        <source>Overview of a month and its year</source>
        <translation>当月和全年总览</translation>
    </message>
    <message>
        <source>Overview of {month}</source>
        <translation>{month} 总览</translation>
    </message>
    <message>
        <source>Overview of {office}, {month}</source>
        <translation>{office}卫片执法总览（{month}）</translation>
    </message>
    <message>
        <source>Overview…</source>
        <translation>总览…</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>材料包</translation>
    </message>
    <message>
        <source>Package and forms</source>
        <translation>成果包与表式</translation>
    </message>
    <message>
        <source>Package or feedback (*.zip);;Working file (*.gpkg)</source>
        <translation>成果包或反馈 (*.zip);;分工文件 (*.gpkg)</translation>
    </message>
    <message>
        <source>Package with {count} parcels: {file}</source>
        <translation>成果包含 {count} 个地块：{file}</translation>
    </message>
    <message>
        <source>Packages cannot be signed on this computer: the Python library cryptography is missing. They can be handed up without a signature; hashes are always checked.</source>
        <translation>本机缺少 Python 库 cryptography，不能签名。可以不签名上报；校验值始终会核对。</translation>
    </message>
    <message>
        <source>Packed imagery</source>
        <translation>离线影像包</translation>
    </message>
    <message>
        <source>Packs the pictures around a month's patches into one MBTiles file.
Any picture layer serves: XYZ, WMTS, WMS, files. The size is told first. A run that was stopped or cut goes on where it was when it is run again with the same values. Nothing is recorded. Add the file to the project and confirm its date under Imagery.</source>
        <translation>把某月图斑周围的影像打包成一个 MBTiles 文件。
任何影像图层均可：XYZ、WMTS、WMS、文件。先报告大小。中途停止或中断后，用相同参数再次运行即从断点继续。不写入台账本。完成后请把文件加入工程，并在“影像”中确认日期。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Page footer</source>
        <translation>页脚</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文稿</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文稿</translation>
    </message>
    <message>
        <source>Papers: bulletins, reports, notices</source>
        <translation>文稿：通报、报告、函</translation>
    </message>
    <message>
        <source>Parameter of the key</source>
        <translation>密钥参数</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>地块</translation>
    </message>
    <message>
        <source>Parcel (mu)</source>
        <translation>地块面积（亩）</translation>
    </message>
    <message>
        <source>Parcel here</source>
        <translation>本台账本地块</translation>
    </message>
    <message>
        <source>Parcel made</source>
        <translation>建立地块</translation>
    </message>
    <message>
        <source>Parcel or case</source>
        <translation>地块或案件</translation>
    </message>
    <message>
        <source>Parcel {number} lies outside the zones of CGCS2000; its boundary text cannot be written.</source>
        <translation>地块 {number} 不在 CGCS2000 分带范围内，无法写界址点文本。</translation>
    </message>
    <message>
        <source>Parcel {parcel} is not in this casebook.</source>
        <translation>地块 {parcel} 不在本台账本中。</translation>
    </message>
    <message>
        <source>Parcel {parcel} was divided, or put together with another.</source>
        <translation>地块 {parcel} 已分割或与其他地块合并。</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>地块</translation>
    </message>
    <message>
        <source>Parcels add up to their patch</source>
        <translation>地块合起来等于图斑</translation>
    </message>
    <message>
        <source>Parcels and certificates left out, each with a reason in the log</source>
        <translation>未生成的地块和证明数，原因见日志</translation>
    </message>
    <message>
        <source>Parcels behind a figure</source>
        <translation>数字背后的地块</translation>
    </message>
    <message>
        <source>Parcels compared</source>
        <translation>已比对地块数</translation>
    </message>
    <message>
        <source>Parcels computed</source>
        <translation>已计算地块数</translation>
    </message>
    <message>
        <source>Parcels divided</source>
        <translation>已分割的地块数</translation>
    </message>
    <message>
        <source>Parcels in doubt, for want of evidence or of a rule</source>
        <translation>因证据不足或无适用规则而存疑的地块数</translation>
    </message>
    <message>
        <source>Parcels in the feedback</source>
        <translation>反馈中的地块数</translation>
    </message>
    <message>
        <source>Parcels in the package</source>
        <translation>成果包中的地块数</translation>
    </message>
    <message>
        <source>Parcels made</source>
        <translation>新地块数</translation>
    </message>
    <message>
        <source>Parcels of the patch</source>
        <translation>图斑的地块</translation>
    </message>
    <message>
        <source>Parcels of the patch divided or put together</source>
        <translation>图斑分割或合并地块</translation>
    </message>
    <message>
        <source>Parcels overdue</source>
        <translation>逾期地块</translation>
    </message>
    <message>
        <source>Parcels returned</source>
        <translation>退回的地块数</translation>
    </message>
    <message>
        <source>Parcels that are due</source>
        <translation>待办地块数</translation>
    </message>
    <message>
        <source>Parcels that change</source>
        <translation>有变化的地块</translation>
    </message>
    <message>
        <source>Parcels that could not be divided</source>
        <translation>未能分割的地块数</translation>
    </message>
    <message>
        <source>Parcels that nobody has inspected yet</source>
        <translation>尚未核验的地块</translation>
    </message>
    <message>
        <source>Parcels to put right</source>
        <translation>须整改的地块</translation>
    </message>
    <message>
        <source>Parcels unchanged, not computed</source>
        <translation>未变、未计算的地块</translation>
    </message>
    <message>
        <source>Parcels whose evidence has changed</source>
        <translation>举证有变化的地块数</translation>
    </message>
    <message>
        <source>Parcels whose figures are new</source>
        <translation>数值有更新的地块数</translation>
    </message>
    <message>
        <source>Parcels with a proposal</source>
        <translation>已有建议的地块数</translation>
    </message>
    <message>
        <source>Parcels with their figures, in EPSG:4490; columns carry their unit.</source>
        <translation>带数值的地块，坐标系 EPSG:4490；列名带单位。</translation>
    </message>
    <message>
        <source>Parent plan</source>
        <translation>原方案</translation>
    </message>
    <message>
        <source>Part in the overlay</source>
        <translation>套合方式</translation>
    </message>
    <message>
        <source>Part of the case that gives it</source>
        <translation>可由案件得出</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>分项</translation>
    </message>
    <message>
        <source>Parts may differ from the whole by</source>
        <translation>面积公差</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>Passed on {day}, and changed since.</source>
        <translation>{day} 审核通过，之后又有改动。</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>图斑</translation>
    </message>
    <message>
        <source>Patch class</source>
        <translation>图斑分类</translation>
    </message>
    <message>
        <source>Patch classes</source>
        <translation>图斑分类</translation>
    </message>
    <message>
        <source>Patch number</source>
        <translation>图斑编号</translation>
    </message>
    <message>
        <source>Patch review</source>
        <translation>图斑核查</translation>
    </message>
    <message>
        <source>Patch, parcel, actor, place</source>
        <translation>图斑、地块、当事人、位置</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>图斑</translation>
    </message>
    <message>
        <source>Patches added</source>
        <translation>新增图斑数</translation>
    </message>
    <message>
        <source>Patches are being imported.</source>
        <translation>正在导入图斑。</translation>
    </message>
    <message>
        <source>Patches are being linked to earlier work.</source>
        <translation>正在关联往期图斑。</translation>
    </message>
    <message>
        <source>Patches as issued</source>
        <translation>下发图斑（原始）</translation>
    </message>
    <message>
        <source>Patches drawn</source>
        <translation>抽取的图斑</translation>
    </message>
    <message>
        <source>Patches issued again with other content, not taken</source>
        <translation>再次下发且内容不同、未采用的图斑数</translation>
    </message>
    <message>
        <source>Patches of the casebook that are linked to earlier months</source>
        <translation>台账本中已与以前月份关联的图斑</translation>
    </message>
    <message>
        <source>Patches of the open casebook (Tuban)</source>
        <translation>当前台账本的图斑（图斑）</translation>
    </message>
    <message>
        <source>Patches on closed cases of the ledger</source>
        <translation>压盖已销号案件的图斑数</translation>
    </message>
    <message>
        <source>Patches refused</source>
        <translation>被拒绝的图斑数</translation>
    </message>
    <message>
        <source>Patches that were there already</source>
        <translation>已存在的图斑数</translation>
    </message>
    <message>
        <source>Patches to visit</source>
        <translation>须核查的图斑数</translation>
    </message>
    <message>
        <source>Patches whose links are new</source>
        <translation>关联有变化的图斑</translation>
    </message>
    <message>
        <source>Patches with earlier work</source>
        <translation>有往期记录的图斑</translation>
    </message>
    <message>
        <source>Patches, parcels or any other polygons, in any coordinate system of CGCS2000.</source>
        <translation>图斑、地块或任意其他面，CGCS2000 的任一坐标系均可。</translation>
    </message>
    <message>
        <source>Path of a photo</source>
        <translation>照片路径</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Pause between</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Penal work was done by enough people</source>
        <translation>涉及处罚的核查人数足够</translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation>处罚</translation>
    </message>
    <message>
        <source>Penalties of the case</source>
        <translation>案件处罚</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>处罚种类</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>People where penal</source>
        <translation>处罚核查人数</translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Percent covered</source>
        <translation>覆盖百分比</translation>
    </message>
    <message>
        <source>Percentage points</source>
        <translation>百分点</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Permanent basic farmland (mu)</source>
        <translation>永久基本农田（亩）</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Photo attached: {photo}</source>
        <translation>附上照片：{photo}</translation>
    </message>
    <message>
        <source>Photo folder</source>
        <translation>照片文件夹</translation>
    </message>
    <message>
        <source>Photo formats</source>
        <translation>照片格式</translation>
    </message>
    <message>
        <source>Photo taken off: {photo}</source>
        <translation>移除照片：{photo}</translation>
    </message>
    <message>
        <source>Photo {photo}: {stage}, station {station}</source>
        <translation>照片 {photo}：{stage}，站点 {station}</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Photos added</source>
        <translation>新增照片数</translation>
    </message>
    <message>
        <source>Photos are as many and of the kinds that are wanted</source>
        <translation>照片张数和种类齐全</translation>
    </message>
    <message>
        <source>Photos are being attached.</source>
        <translation>正在关联照片。</translation>
    </message>
    <message>
        <source>Photos are not too large</source>
        <translation>照片大小符合要求</translation>
    </message>
    <message>
        <source>Photos are there and unchanged</source>
        <translation>照片齐全且未被改动</translation>
    </message>
    <message>
        <source>Photos before, during and after · {number}</source>
        <translation>整改前、中、后照片 · {number}</translation>
    </message>
    <message>
        <source>Photos before, during and after…</source>
        <translation>整改前、中、后照片…</translation>
    </message>
    <message>
        <source>Photos can be named as the plan wants</source>
        <translation>照片可按工作方案命名</translation>
    </message>
    <message>
        <source>Photos carry what the camera noted</source>
        <translation>照片带有相机记录的信息</translation>
    </message>
    <message>
        <source>Photos in the package</source>
        <translation>材料包中的照片数</translation>
    </message>
    <message>
        <source>Photos look at their parcel</source>
        <translation>照片朝向地块</translation>
    </message>
    <message>
        <source>Photos show the place before and after</source>
        <translation>有整改前后的照片</translation>
    </message>
    <message>
        <source>Photos taken elsewhere</source>
        <translation>照片拍摄地点不符</translation>
    </message>
    <message>
        <source>Photos taken too early</source>
        <translation>照片拍摄过早</translation>
    </message>
    <message>
        <source>Photos that belong to a parcel</source>
        <translation>能对应地块的照片数</translation>
    </message>
    <message>
        <source>Photos that belong to no certain parcel</source>
        <translation>不能确定地块的照片数</translation>
    </message>
    <message>
        <source>Photos were taken after the later image</source>
        <translation>照片拍摄时间合理</translation>
    </message>
    <message>
        <source>Photos were taken near their parcel</source>
        <translation>照片拍摄位置在地块附近</translation>
    </message>
    <message>
        <source>Photos…</source>
        <translation>照片…</translation>
    </message>
    <message>
        <source>Picture layer</source>
        <translation>影像图层</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>窗口数</translation>
    </message>
    <message>
        <source>Pictures side by side</source>
        <translation>多窗口影像对比</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>碎片图斑</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Places and what stands there</source>
        <translation>位置及其内容</translation>
    </message>
    <message>
        <source>Places that do not fit the template</source>
        <translation>与模板不符之处</translation>
    </message>
    <message>
        <source>Places with outlines (KML)</source>
        <translation>位置和轮廓（KML）</translation>
    </message>
    <message>
        <source>Plan and proof</source>
        <translation>方案版本与校验</translation>
    </message>
    <message>
        <source>Plan file {file}, key {key}: {reason}.</source>
        <translation>工作方案文件 {file}，键 {key}：{reason}。</translation>
    </message>
    <message>
        <source>Plan file {file}: {reason}.</source>
        <translation>工作方案文件 {file}：{reason}。</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Plans that came with Tuban are copied first.</source>
        <translation>Tuban 自带的方案须先复制。</translation>
    </message>
    <message>
        <source>Pointed out for a person to look at; none of it says that anything is untrue.</source>
        <translation>仅提示人工查看，并不表示内容不实。</translation>
    </message>
    <message>
        <source>Points nearer than this are one</source>
        <translation>点位公差</translation>
    </message>
    <message>
        <source>Points out what a person should look at in a month's land patches.
A photo for two patches, photos taken elsewhere or too early, “unchanged” where the issued class says that something was built, the same text in many patches, what was changed after it was passed, areas that moved after handing up. None of it says that anything is untrue. Military patches are left out. Nothing is recorded.</source>
        <translation>提示某月土地图斑中应由人工查看之处。
一张照片用于两个图斑，照片拍摄地点不符或过早，下发为新建却判“未变化”，多个图斑文字雷同，审核通过后又有改动，上报后面积变动。仅为提示，并不表示内容不实。军用图斑不参与。不作任何记录。</translation>
    </message>
    <message>
        <source>Polygons in any coordinate system on the CGCS2000 datum.</source>
        <translation>面图层，任何 CGCS2000 基准的坐标系均可。</translation>
    </message>
    <message>
        <source>Possible: {verdicts}</source>
        <translation>可能为：{verdicts}</translation>
    </message>
    <message>
        <source>Preliminary inspection</source>
        <translation>县级初验</translation>
    </message>
    <message>
        <source>Prepare imagery offline</source>
        <translation>准备离线影像</translation>
    </message>
    <message>
        <source>Prepare offline…</source>
        <translation>准备离线影像…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Previous number</source>
        <translation>往期编号</translation>
    </message>
    <message>
        <source>Print field sheets…</source>
        <translation>打印外业核查表…</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>已打印。</translation>
    </message>
    <message>
        <source>Prints the same pages without an office program.</source>
        <translation>不需办公软件即可输出同样的页面。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Probable</source>
        <translation>较有把握</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Progress and notice…</source>
        <translation>进度与通报…</translation>
    </message>
    <message>
        <source>Progress of a month</source>
        <translation>月度进度</translation>
    </message>
    <message>
        <source>Progress of {month}</source>
        <translation>{month} 进度</translation>
    </message>
    <message>
        <source>Progress, spot checks, signs of untruth</source>
        <translation>进度、抽查、疑点</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Project or matter</source>
        <translation>项目或事由</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Proposal and verdicts</source>
        <translation>建议与判定</translation>
    </message>
    <message>
        <source>Proposal so far</source>
        <translation>原建议</translation>
    </message>
    <message>
        <source>Proposal then</source>
        <translation>新建议</translation>
    </message>
    <message>
        <source>Proposal: {verdict}</source>
        <translation>建议：{verdict}</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Proposals of a month</source>
        <translation>一个月的判定建议</translation>
    </message>
    <message>
        <source>Proposed until {day}: {verdict}</source>
        <translation>{day} 以前建议：{verdict}</translation>
    </message>
    <message>
        <source>Proves that the casebook holds what its journal says.
Checks the chain of hashes, replays the journal from its first entry and compares the outcome with the tables. With a submission package, every member of it is compared with its manifest, and the manifest with the journal. The casebook is not changed.</source>
        <translation>证明台账本的内容与其日志一致。
检查哈希链，从第一条起重放日志，并将结果与各表比较。若给出成果包，还将其中每个文件与清单比较，并将清单与日志比较。不更改台账本。</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省级</translation>
    </message>
    <message>
        <source>Provincial supervision system</source>
        <translation>省级监管系统</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>公钥</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>整改情况</translation>
    </message>
    <message>
        <source>Put right (mu)</source>
        <translation>已整改（亩）</translation>
    </message>
    <message>
        <source>Put right by</source>
        <translation>整改方式</translation>
    </message>
    <message>
        <source>Putting right</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Putting right and acceptance</source>
        <translation>整改与核验</translation>
    </message>
    <message>
        <source>Putting right · {number}</source>
        <translation>整改 · {number}</translation>
    </message>
    <message>
        <source>Putting right: nothing any more</source>
        <translation>整改：已撤销全部内容</translation>
    </message>
    <message>
        <source>Putting right: {stage}</source>
        <translation>整改：{stage}</translation>
    </message>
    <message>
        <source>Putting right: {ways}</source>
        <translation>整改：{ways}</translation>
    </message>
    <message>
        <source>QGIS cannot show {file}.</source>
        <translation>QGIS 无法显示 {file}。</translation>
    </message>
    <message>
        <source>QGIS's authentication store did not take the key. Is it unlocked?</source>
        <translation>QGIS 认证库未能保存密钥，请检查是否已解锁。</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>必答项</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Quota frozen on {day}</source>
        <translation>{day} 冻结指标</translation>
    </message>
    <message>
        <source>Quota set free on {day}</source>
        <translation>{day} 解冻指标</translation>
    </message>
    <message>
        <source>Quota to be frozen and set free</source>
        <translation>指标冻结、解冻清单</translation>
    </message>
    <message>
        <source>Quota was frozen</source>
        <translation>登记冻结</translation>
    </message>
    <message>
        <source>Quota was frozen…</source>
        <translation>登记冻结…</translation>
    </message>
    <message>
        <source>Quota was set free</source>
        <translation>登记解冻</translation>
    </message>
    <message>
        <source>Quota was set free…</source>
        <translation>登记解冻…</translation>
    </message>
    <message>
        <source>REVOKED</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Ratio after deduction</source>
        <translation>扣减后比例</translation>
    </message>
    <message>
        <source>Ratio after deduction, {period}</source>
        <translation>扣减后违法占用耕地比例（{period}）</translation>
    </message>
    <message>
        <source>Ratio before deduction</source>
        <translation>扣减前比例</translation>
    </message>
    <message>
        <source>Ratio before deduction, {period}</source>
        <translation>扣减前违法占用耕地比例（{period}）</translation>
    </message>
    <message>
        <source>Ratio from January on, {year}</source>
        <translation>{year} 年 1 月起累计比例</translation>
    </message>
    <message>
        <source>Ratio of illegally taken cultivated land</source>
        <translation>违法占用耕地比例</translation>
    </message>
    <message>
        <source>Ratio that is compared</source>
        <translation>用于比较的比例</translation>
    </message>
    <message>
        <source>Ratio that the plan compares, %</source>
        <translation>方案比较用的比例（%）</translation>
    </message>
    <message>
        <source>Ratio, what if, warnings…</source>
        <translation>问责比例、假定整改、预警…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Read feedback (county)</source>
        <translation>读取反馈（县级）</translation>
    </message>
    <message>
        <source>Read package (city)</source>
        <translation>读取成果包（市级）</translation>
    </message>
    <message>
        <source>Read package, feedback or working file</source>
        <translation>读取成果包、反馈或分工文件</translation>
    </message>
    <message>
        <source>Read package, feedback or working file…</source>
        <translation>读取成果包、反馈或分工文件…</translation>
    </message>
    <message>
        <source>Reading the ledger</source>
        <translation>读取台账</translation>
    </message>
    <message>
        <source>Reading the parcels</source>
        <translation>读取地块</translation>
    </message>
    <message>
        <source>Reading what is due</source>
        <translation>读取到期复核</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
    <message>
        <source>Reading {file} back</source>
        <translation>正在回读 {file}</translation>
    </message>
    <message>
        <source>Reading {month}</source>
        <translation>正在读取 {month}</translation>
    </message>
    <message>
        <source>Reading {month} from the casebook</source>
        <translation>正在读取台账本 {month} 的数据</translation>
    </message>
    <message>
        <source>Reads a county's submission package into the city's casebook.
Every hash, the signature, and the chain of the county's journal are checked first. Packages may come in any order; reading one twice changes nothing; a missing earlier one, one that contradicts another, and patches that two counties hand up are told. Everything is recorded in one go, photos lie beside the casebook.</source>
        <translation>把县级上报成果包读入市级台账本。
先核对每个文件的校验值、签名和县级日志的链条。成果包可按任意顺序读取，重复读取不改变任何内容；缺少前一个包、两个包相互矛盾、两个县上报同一图斑，都会提示。全部内容一次记入，照片存放在台账本旁。</translation>
    </message>
    <message>
        <source>Reads the city's feedback into the county's casebook.
Reviews with their reasons and deadlines and the city's own verdicts stand beside what the county said; nothing of the county's is overwritten. Where the city has changed what the county changed, too, it has to be chosen.</source>
        <translation>把市级反馈读入县级台账本。
审核结果、退回原因、期限以及市级判定与县级内容并列，县级内容不被覆盖。双方都改过的，须逐项选定。</translation>
    </message>
    <message>
        <source>Reads the patches that were issued and records them in the casebook.
Takes shapefiles (also zipped), GeoPackage, FileGDB, GeoJSON and boundary TXT. Encoding, coordinate system, area unit and the meaning of the fields are found from the file; where they cannot be known, the algorithm says what to set. Patches that are in the casebook already are left alone: the same ones are counted, and those that were issued again with another shape are listed, never overwritten. Patches on the place of an earlier month's are linked to it; those on a closed case of the ledger are pointed out.</source>
        <translation>读取下发的图斑并记入台账本。
支持 shapefile（含压缩包）、GeoPackage、FileGDB、GeoJSON 和界址点 TXT。编码、坐标系、面积单位和字段含义由文件推断；无法确定时，算法会说明要设置什么。台账本中已有的图斑不会改动：相同的计数，以不同图形再次下发的列出，绝不覆盖。与以前月份图斑位置相同的，自动关联；压盖台账中已销号案件的予以提示。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>判断依据</translation>
    </message>
    <message>
        <source>Reason given</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason where evidence is missing</source>
        <translation>证据不足时的理由</translation>
    </message>
    <message>
        <source>Reason; saved with the verdict</source>
        <translation>判断依据说明，随判定一并保存</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reasons of the return</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>Reasons: {reasons}</source>
        <translation>退回原因：{reasons}</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>签收凭证</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>签收日期</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>接收机关</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>移送对象</translation>
    </message>
    <message>
        <source>Recheck by</source>
        <translation>复核期限</translation>
    </message>
    <message>
        <source>Recheck cycles</source>
        <translation>复核周期</translation>
    </message>
    <message>
        <source>Recheck of {day}, {cycle}: {finding}</source>
        <translation>{day} 复核，{cycle}：{finding}</translation>
    </message>
    <message>
        <source>Recheck taken back</source>
        <translation>撤回复核</translation>
    </message>
    <message>
        <source>Rechecked by</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>Rechecks</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Rechecks listed</source>
        <translation>列出的复核数</translation>
    </message>
    <message>
        <source>Rechecks that are due</source>
        <translation>到期复核</translation>
    </message>
    <message>
        <source>Rechecks that are due…</source>
        <translation>到期复核…</translation>
    </message>
    <message>
        <source>Rechecks that are overdue</source>
        <translation>逾期的复核数</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Record all {count}</source>
        <translation>全部录入（{count} 项）</translation>
    </message>
    <message>
        <source>Record and go on</source>
        <translation>记录并转到下一个</translation>
    </message>
    <message>
        <source>Record cases from a table</source>
        <translation>从表格录入案件</translation>
    </message>
    <message>
        <source>Record division</source>
        <translation>记录分割</translation>
    </message>
    <message>
        <source>Record evidence</source>
        <translation>录入举证</translation>
    </message>
    <message>
        <source>Record evidence from a table</source>
        <translation>从表格录入举证</translation>
    </message>
    <message>
        <source>Record field checks from a table</source>
        <translation>从表格录入外业核查</translation>
    </message>
    <message>
        <source>Record measures of putting right from a table</source>
        <translation>从表格记录整改措施</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>记录号</translation>
    </message>
    <message>
        <source>Record the city's inspections from a table</source>
        <translation>从表格记录市级核验</translation>
    </message>
    <message>
        <source>Record the {count} chosen</source>
        <translation>录入所选（{count} 项）</translation>
    </message>
    <message>
        <source>Record verdicts from a table</source>
        <translation>从表格录入判定</translation>
    </message>
    <message>
        <source>Record {count}</source>
        <translation>记录 {count} 宗</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>Recorded already</source>
        <translation>已有记录</translation>
    </message>
    <message>
        <source>Recorded choice</source>
        <translation>记录的选项</translation>
    </message>
    <message>
        <source>Recorded in the journal; undo takes it back</source>
        <translation>记入日志，可撤销</translation>
    </message>
    <message>
        <source>Recorded number</source>
        <translation>记录的数</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>已记录。</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>正在记录</translation>
    </message>
    <message>
        <source>Recording inspections</source>
        <translation>记录核验</translation>
    </message>
    <message>
        <source>Recording verdicts</source>
        <translation>正在录入判定</translation>
    </message>
    <message>
        <source>Recording {count} patches</source>
        <translation>正在记录 {count} 个图斑</translation>
    </message>
    <message>
        <source>Records cases with stop notice, steps, penalties and transfers from a table.
The table has one row per case with the column 案件编号; a new case needs 地块编号 too, with 、 between several. Further columns are 当事人, 项目或事项, 通知书文号, 通知书日期, 送达对象, 送达日期, 制止结果; each step of the work plan by its name, such as 立案, for its day and 立案文号 for its document; 不予立案原因 and 不予立案说明; each penalty with 决定, 决定日期, 决定书文号, 执行 or 执行日期 behind its name, such as 罚款决定; each receiver with 移送内容, 移送文号, 移送日期 or 签收日期 behind its name; each kind of days that do not count with 开始日期, 结束日期 or 不计入原因 behind its name, such as 听证开始日期. An empty cell leaves what is recorded. A wrong value stops everything, with the row's number, and nothing is recorded.</source>
        <translation>从表格录入案件及其责令停止通知、办案步骤、处罚和移送移交。
每个案件一行，须有列“案件编号”；新案件还须有“地块编号”，多个之间用顿号。其他列：当事人、项目或事项、通知书文号、通知书日期、送达对象、送达日期、制止结果；工作方案中的每个步骤以其名称为列名，如“立案”填日期，“立案文号”填文号；不予立案原因、不予立案说明；每种处罚在名称后加“决定”“决定日期”“决定书文号”“执行”“执行日期”，如“罚款决定”；每个接收机关在名称后加“移送内容”“移送文号”“移送日期”“签收日期”；每种不计入的时间在名称后加“开始日期”“结束日期”“不计入原因”，如“听证开始日期”。空格不改变已录的内容。有一个值不对，就全部不录，并指出行号。</translation>
    </message>
    <message>
        <source>Records evidence and answers that were written down in a table.
The table has one row per parcel with the column 地块编号 and one column for each kind of evidence of the work plan, by its name or code, such as 农转用批准文号, 实地情况, 农村道路宽度 or 临时用地到期日. Choices are given by code or by name; an empty cell leaves what is recorded. An unknown value stops everything, with the row's number, and nothing is recorded.</source>
        <translation>录入已在表格中登记的证据和填报项。
表中每个地块一行，须有“地块编号”列，另为工作方案中的每类证据设一列，列名为其名称或代码，如 农转用批准文号、实地情况、农村道路宽度、临时用地到期日。选项可写代码或名称；空格不改变已录的内容。有一个值不认识，就全部不录，并指出行号。</translation>
    </message>
    <message>
        <source>Records field checks that were written down in a table.
The table has one row per parcel with the columns 地块编号, 核查人 (names with 、 between them), 核查日期, 核查方式, and, where known, 现场描述, 实际用途, 建设状态, 建设时间, 用地主体, 主体类型, 责令停止通知书, 制止情况. Ways, stages and kinds are given by code or by name. Rows without people, day and way are left alone. An unknown value stops everything, with the row's number, and nothing is recorded.</source>
        <translation>录入已在表格中登记的外业核查。
表中每个地块一行，列名为 地块编号、核查人（几人之间用“、”）、核查日期、核查方式，以及已知的 现场描述、实际用途、建设状态、建设时间、用地主体、主体类型、责令停止通知书、制止情况。方式、状态和类型可填代码或名称。没有核查人、日期和方式的行不处理。有不认识的值时全部停止并指出行号，什么也不录入。</translation>
    </message>
    <message>
        <source>Records how parcels are put right, from a table with one row per measure.
The table has the parcel's number, the way and the area; further columns are how far it is, cultivated land, basic farmland, the recultivated area, document and its day, the day it was done, the term, who is responsible, and a note. Columns are found by the names in the plan's rectification.json; an area is in mu unless its heading says m² or hectares. Rows of a way change the recorded measures of that way and add to them; an empty cell leaves what is recorded. A wrong value stops everything, with the row's number. Columns that the plan has no name for are told. Try it first with the preview: the table says what would become of each row.</source>
        <translation>从表格记录地块怎样整改，一项措施一行。
表格须有地块编号、整改方式和面积；还可以有进度、耕地、永久基本农田、复耕面积、文号和日期、完成日期、期限、责任人、备注。列名按方案 rectification.json 的名称识别；面积以亩计，列名注明平方米或公顷的自动换算。同一方式的行依次更新已记录的该方式措施，多出的新增；空格保留已记录的内容。有一个值不对就整表不记，并指出行号。方案没有名称的列会列出。先用预览：结果表说明每行会怎样。</translation>
    </message>
    <message>
        <source>Records verdicts and flags that were written down in a table.
The table has one row per parcel with the columns 地块编号, 判定类型, 判定细类, 判断依据说明 and one column per flag (SFLZGD, SFDPF, SFWHZJ, SFJJXM, SFBZFA, SFYLFY) with 是, 否 or 不适用. Categories and subcategories are given by code or by name. A form of the package that an office program has saved is read by its headings, in whatever order. Rows without a category are left alone. An unknown value stops everything, with the row's number, and nothing is recorded.</source>
        <translation>录入写在表格中的判定和六个是否。
表中每个地块一行，列名为 地块编号、判定类型、判定细类、判断依据说明，六个是否各一列（SFLZGD、SFDPF、SFWHZJ、SFJJXM、SFBZFA、SFYLFY），填 是、否 或 不适用。类型和细类填代码或名称均可。成果包中的表经办公软件保存后，按表头读取，列的次序不限。未填类型的行不作改动。有一个值不认识，就全部不录，并指出行号。</translation>
    </message>
    <message>
        <source>Records what the city found on a tour, from a table with one row per parcel.
A row has the parcel's number, the day, the inspectors, each item of the checklist, and whether it is in place; where it is not, what is missing and by when. Each parcel keeps its own findings: a row is recorded as the form would record it, or refused with its reason while the others are recorded. A row without findings is a parcel that nobody has inspected yet; one that is recorded already changes nothing. The table to fill in is written by the window “Inspect several…”. Try it first with the preview: the table says what would become of each row.</source>
        <translation>从表格记录一次外出核验的结果，一宗地块一行。
每行有地块编号、核验日期、核验人、清单各项和是否到位；未到位的写明缺什么、何时前补齐。各宗保留各自的核验情况：每行按表单的要求记录，不能记录的说明原因，其余照常记录。没有填核验情况的行是尚未核验的地块；已有记录的行不作改动。空白表由窗口“核验一批…”写出。可先用预览：结果表说明每行会怎样。</translation>
    </message>
    <message>
        <source>Rectification</source>
        <translation>整改情况</translation>
    </message>
    <message>
        <source>Rectified</source>
        <translation>已整改</translation>
    </message>
    <message>
        <source>Recultivated</source>
        <translation>复耕到位</translation>
    </message>
    <message>
        <source>Recultivated (mu)</source>
        <translation>复耕到位（亩）</translation>
    </message>
    <message>
        <source>Recultivated area counts</source>
        <translation>按复耕到位面积计</translation>
    </message>
    <message>
        <source>Recultivated: {again} mu; demolished: {cleared} mu. More cannot be cultivated again than was cleared.</source>
        <translation>复耕 {again} 亩，拆除 {cleared} 亩：复耕面积不能大于拆除面积。</translation>
    </message>
    <message>
        <source>Red line</source>
        <translation>生态保护红线</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记表</translation>
    </message>
    <message>
        <source>Register of military land</source>
        <translation>军用土地</translation>
    </message>
    <message>
        <source>Register of military land · {month}</source>
        <translation>军用土地登记表 · {month}</translation>
    </message>
    <message>
        <source>Register of military land…</source>
        <translation>军用土地登记表…</translation>
    </message>
    <message>
        <source>Remains</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Reopen the case</source>
        <translation>重新立账</translation>
    </message>
    <message>
        <source>Reopen the case…</source>
        <translation>重新立账…</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>已重新立账</translation>
    </message>
    <message>
        <source>Reopened in the ledger</source>
        <translation>台账重新立账</translation>
    </message>
    <message>
        <source>Reopened in the ledger on {day} by {who}: {why}</source>
        <translation>{day} 由 {who} 重新立账：{why}</translation>
    </message>
    <message>
        <source>Reopened on {day} by {who}</source>
        <translation>{day} 由 {who} 重新立账</translation>
    </message>
    <message>
        <source>Repairs may change</source>
        <translation>修复公差</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Report of the first half-year</source>
        <translation>上半年工作报告</translation>
    </message>
    <message>
        <source>Report of the year</source>
        <translation>全年工作报告</translation>
    </message>
    <message>
        <source>Report: {file}</source>
        <translation>报告：{file}</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Request after the cut-off</source>
        <translation>时间节点后的要求</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Required fields are filled</source>
        <translation>必填字段均已填写</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Result of the recheck</source>
        <translation>复核结果</translation>
    </message>
    <message>
        <source>Results to be visited</source>
        <translation>须实地核查的整改结果</translation>
    </message>
    <message>
        <source>Return {number}</source>
        <translation>退回 {number}</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Returned, not corrected</source>
        <translation>退回未纠正</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Review and returns</source>
        <translation>审核与退回</translation>
    </message>
    <message>
        <source>Review queue</source>
        <translation>审核队列</translation>
    </message>
    <message>
        <source>Review queue…</source>
        <translation>审核队列…</translation>
    </message>
    <message>
        <source>Review taken back</source>
        <translation>撤回审核意见</translation>
    </message>
    <message>
        <source>Review: {outcome} {words}</source>
        <translation>审核：{outcome} {words}</translation>
    </message>
    <message>
        <source>Revoke certificates</source>
        <translation>撤销到位证明</translation>
    </message>
    <message>
        <source>Revoke {number}</source>
        <translation>撤销 {number}</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Revoked on {day} by {who}: {why}</source>
        <translation>{day} 由 {who} 撤销：{why}</translation>
    </message>
    <message>
        <source>Revoked on {day}: {why}</source>
        <translation>{day} 撤销：{why}</translation>
    </message>
    <message>
        <source>Revoked ones too</source>
        <translation>包括已撤销的</translation>
    </message>
    <message>
        <source>Revokes certificates of recultivation for one reason.
A revoked certificate stays in the casebook with who, when and why, and its number is used up; the acceptance that it rested on stays, and another certificate can be issued. One that was revoked before stays as it is, and is told: the same run twice changes nothing more. A number that was never issued stops everything, and nothing is recorded.</source>
        <translation>以同一原因撤销拆除复耕到位证明。
撤销的证明连同人员、时间、原因留在台账本中，编号不再使用；所依据的核验不变，可以另行出具。此前已撤销的保持原样并列出：同样再运行一次不再有变化。有一个编号从未出具，就全部停下，不作记录。</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Ring {number}</source>
        <translation>环 {number}</translation>
    </message>
    <message>
        <source>Round the parcels of each county</source>
        <translation>按各县地块外围</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Row of the export</source>
        <translation>导出表行号</translation>
    </message>
    <message>
        <source>Row {row}, number {number}: refused, {reason}</source>
        <translation>第 {row} 行，编号 {number}：已拒绝，{reason}</translation>
    </message>
    <message>
        <source>Row {row}, patch {number}: {reason}.</source>
        <translation>第 {row} 行，图斑 {number}：{reason}。</translation>
    </message>
    <message>
        <source>Row {row}, patch {number}: {what}.</source>
        <translation>第 {row} 行，图斑 {number}：{what}。</translation>
    </message>
    <message>
        <source>Row {row}, patch {number}: “{written}” in field {field} is no month. Correct it, or give the month for the whole file.</source>
        <translation>第 {row} 行，图斑 {number}：字段 {field} 中的“{written}”不是月份。请更正，或为整个文件指定月份。</translation>
    </message>
    <message>
        <source>Row {row}: it has no patch number.</source>
        <translation>第 {row} 行：没有图斑编号。</translation>
    </message>
    <message>
        <source>Row {row}: number {number} is also in row {others}; which of them is right cannot be known.</source>
        <translation>第 {row} 行：编号 {number} 也出现在第 {others} 行，无法判断哪一个正确。</translation>
    </message>
    <message>
        <source>Row {row}: the total of {column} is {total} mu, but its rows have {sum} mu.</source>
        <translation>第 {row} 行：“{column}”合计 {total} 亩，而各行之和为 {sum} 亩。</translation>
    </message>
    <message>
        <source>Row {row}: {what}</source>
        <translation>第 {row} 行：{what}</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rows of its patch's parcels are in the ledger, too: look whether it is one case.</source>
        <translation>台账另有该图斑各地块的行：请核对是否为同一案件。</translation>
    </message>
    <message>
        <source>Rows that are not taken in</source>
        <translation>未导入的行数</translation>
    </message>
    <message>
        <source>Rows that are refused, each with its reason</source>
        <translation>不能记录的行，各有原因</translation>
    </message>
    <message>
        <source>Rows that change nothing</source>
        <translation>无变化的行数</translation>
    </message>
    <message>
        <source>Rows without a category</source>
        <translation>没有判定类型的行数</translation>
    </message>
    <message>
        <source>Rows without a field check</source>
        <translation>没有核查记录的行数</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rule: {rule} ({origin})</source>
        <translation>规则：{rule}（{origin}）</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rules in their order</source>
        <translation>判定规则（有次序）</translation>
    </message>
    <message>
        <source>Run overlay</source>
        <translation>运行套合</translation>
    </message>
    <message>
        <source>SHA-256 of the package</source>
        <translation>成果包的 SHA-256</translation>
    </message>
    <message>
        <source>Said otherwise</source>
        <translation>否则写</translation>
    </message>
    <message>
        <source>Said where nothing is recorded</source>
        <translation>没有记录时的语句</translation>
    </message>
    <message>
        <source>Said where there is nothing</source>
        <translation>没有内容时的语句</translation>
    </message>
    <message>
        <source>Said where this figure is more than nothing</source>
        <translation>该数字大于零时才写</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Save as a page…</source>
        <translation>另存为网页…</translation>
    </message>
    <message>
        <source>Save as a workbook</source>
        <translation>另存为工作簿</translation>
    </message>
    <message>
        <source>Save as a workbook…</source>
        <translation>另存为工作簿…</translation>
    </message>
    <message>
        <source>Save for printing</source>
        <translation>存为打印文件</translation>
    </message>
    <message>
        <source>Save for printing…</source>
        <translation>存为打印文件…</translation>
    </message>
    <message>
        <source>Save lists to print…</source>
        <translation>保存打印清单…</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Save the city's must-visit list…</source>
        <translation>保存市级必须外业核查清单…</translation>
    </message>
    <message>
        <source>Save this table</source>
        <translation>保存此表</translation>
    </message>
    <message>
        <source>Save this table…</source>
        <translation>保存此表…</translation>
    </message>
    <message>
        <source>Saved as</source>
        <translation>保存为</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Saves the template that would be used, to be edited in Word or WPS.</source>
        <translation>另存将要使用的模板，可在 Word 或 WPS 中修改。</translation>
    </message>
    <message>
        <source>Saving {file}</source>
        <translation>正在保存 {file}</translation>
    </message>
    <message>
        <source>Say in which way it was checked.</source>
        <translation>请选择核查方式。</translation>
    </message>
    <message>
        <source>Say on which day it was checked.</source>
        <translation>请填写核查日期。</translation>
    </message>
    <message>
        <source>Say on which day it was inspected.</source>
        <translation>请填写核验日期。</translation>
    </message>
    <message>
        <source>Say whether it is in place.</source>
        <translation>请选择到位或未到位。</translation>
    </message>
    <message>
        <source>Say who checked.</source>
        <translation>请填写核查人。</translation>
    </message>
    <message>
        <source>Say who issues the certificates.</source>
        <translation>请填写出具人。</translation>
    </message>
    <message>
        <source>Say who revokes it.</source>
        <translation>请填写撤销人。</translation>
    </message>
    <message>
        <source>Say why it is revoked.</source>
        <translation>请填写撤销原因。</translation>
    </message>
    <message>
        <source>Says for every parcel of a month what the work plan's rules would propose.
Each row has the proposed category and subcategory, the rule, the figures it used with the layers they come from, the evidence that is missing, an approval to split along, and whether the county's verdict agrees. Nothing is recorded: a person judges. Military patches are not in the table.</source>
        <translation>按工作方案的规则，对一个月的每个地块（土地和矿产）给出建议。
每行有建议的判定类型和细类、规则、用到的数值及其图层、尚缺的举证、建议沿之分割的批准范围，以及县级判定是否一致。什么都不记录，由人判定。军用图斑不在表中。</translation>
    </message>
    <message>
        <source>Scan or paste the QR code's text, or type the number</source>
        <translation>扫描或粘贴二维码内容，或输入编号</translation>
    </message>
    <message>
        <source>Searched for the layers by the names of the work plan, like DLTB or YJJBNTTB.</source>
        <translation>按工作方案中的图层名查找，如 DLTB、YJJBNTTB。</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>需复看</translation>
    </message>
    <message>
        <source>Second look no longer wanted</source>
        <translation>不再需要复看</translation>
    </message>
    <message>
        <source>Second look: {words}</source>
        <translation>需复看：{words}</translation>
    </message>
    <message>
        <source>Second plan</source>
        <translation>第二个方案</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>See what follows for the open casebook, then save again.</source>
        <translation>请先查看对当前台账本判定的影响，再次点“保存”。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Seen in practice, not official</source>
        <translation>实践做法，非官方规定</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>移送日期</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Served on</source>
        <translation>送达日期</translation>
    </message>
    <message>
        <source>Served to</source>
        <translation>送达对象</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Set free</source>
        <translation>已解冻</translation>
    </message>
    <message>
        <source>Set free on</source>
        <translation>解冻日期</translation>
    </message>
    <message>
        <source>Several layers may be {layer}: {files}. Choose one.</source>
        <translation>可能是“{layer}”的图层有多个：{files}。请选择其一。</translation>
    </message>
    <message>
        <source>Several parcels lie there: {parcels}.</source>
        <translation>该处有多个地块：{parcels}。</translation>
    </message>
    <message>
        <source>Several rows of old lists are this parcel: {rows}.</source>
        <translation>旧台账有多行对应此地块：{rows}。</translation>
    </message>
    <message>
        <source>Several rows of the export have this number</source>
        <translation>导出表中此编号有多行</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Shapefile (also zipped), GeoPackage, FileGDB, GeoJSON, boundary TXT</source>
        <translation>Shapefile（含压缩包）、GeoPackage、FileGDB、GeoJSON、界址点 TXT</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Share inside</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Share inside the parcel</source>
        <translation>位于地块内的比例</translation>
    </message>
    <message>
        <source>Share out among people…</source>
        <translation>多人分工…</translation>
    </message>
    <message>
        <source>Share out {month}</source>
        <translation>{month} 分工</translation>
    </message>
    <message>
        <source>Shares are of ellipsoidal areas; from which share on a patch is linked, and from which it is the same place, says the work plan's earlier.json, Tuban's default. Work of a later month is never linked. Military patches are neither linked nor listed.</source>
        <translation>占比按椭球面积计算；达到多少即关联、多少视为同一位置，见工作方案 earlier.json，为 Tuban 默认值。以后月份的图斑不作往期。军用图斑不关联，也不列出。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Sheet {sheet} has no column with patch numbers: its {count} rows are not read.</source>
        <translation>工作表“{sheet}”没有图斑编号列：其 {count} 行未读取。</translation>
    </message>
    <message>
        <source>Sheets for the supervision system</source>
        <translation>监管系统填报表</translation>
    </message>
    <message>
        <source>Sheets to paste</source>
        <translation>粘贴用表</translation>
    </message>
    <message>
        <source>Sheets to paste (xlsx)</source>
        <translation>粘贴用表（xlsx）</translation>
    </message>
    <message>
        <source>Sheets written</source>
        <translation>写出的核查表数</translation>
    </message>
    <message>
        <source>Shifted map services</source>
        <translation>有偏移的地图服务</translation>
    </message>
    <message>
        <source>Short word in numbers</source>
        <translation>编号中的简称</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Show the other picture</source>
        <translation>切换前后时相</translation>
    </message>
    <message>
        <source>Show the parcel</source>
        <translation>转到该地块</translation>
    </message>
    <message>
        <source>Show what waits for the other side, too</source>
        <translation>同时显示待对方办理的</translation>
    </message>
    <message>
        <source>Show what would come out otherwise</source>
        <translation>列出建议会不同的地块</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>多窗口对比</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签字栏</translation>
    </message>
    <message>
        <source>Signatures…</source>
        <translation>签名…</translation>
    </message>
    <message>
        <source>Signed with a key that is not known here</source>
        <translation>已签名，但密钥未在此登记</translation>
    </message>
    <message>
        <source>Signed with the key that is known here</source>
        <translation>已签名，与所登记的密钥相符</translation>
    </message>
    <message>
        <source>Signed, but it cannot be checked on this computer</source>
        <translation>已签名，但本机无法验证</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>Signs of untruth</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>Signs of untruth in {month}</source>
        <translation>{month} 疑点</translation>
    </message>
    <message>
        <source>Signs of untruth…</source>
        <translation>疑点…</translation>
    </message>
    <message>
        <source>Since then, on {day}, the parcel was reopened: {why}</source>
        <translation>此后于 {day} 重新立账：{why}</translation>
    </message>
    <message>
        <source>Six flags</source>
        <translation>六个是否</translation>
    </message>
    <message>
        <source>Six flags answered</source>
        <translation>填写六个是否</translation>
    </message>
    <message>
        <source>Size by</source>
        <translation>规模依据</translation>
    </message>
    <message>
        <source>Size classes</source>
        <translation>规模分档</translation>
    </message>
    <message>
        <source>Sliver below</source>
        <translation>碎片面积</translation>
    </message>
    <message>
        <source>Smallest parcel</source>
        <translation>最小地块</translation>
    </message>
    <message>
        <source>So many at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>So many at most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>So many parcels</source>
        <translation>列出地块数</translation>
    </message>
    <message>
        <source>So many patches with one text</source>
        <translation>同一文字的图斑达到（个）</translation>
    </message>
    <message>
        <source>Something is left to be chosen.</source>
        <translation>还有未选择的项目。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Source of the rule</source>
        <translation>规则出处</translation>
    </message>
    <message>
        <source>Split along</source>
        <translation>沿此分宗</translation>
    </message>
    <message>
        <source>Split along it…</source>
        <translation>沿此分宗…</translation>
    </message>
    <message>
        <source>Split along {document} ({percent} %)</source>
        <translation>宜沿 {document} 分割（{percent} %）</translation>
    </message>
    <message>
        <source>Split by layer</source>
        <translation>按图层分割</translation>
    </message>
    <message>
        <source>Split by layer…</source>
        <translation>按图层分割…</translation>
    </message>
    <message>
        <source>Split by line</source>
        <translation>画线分割</translation>
    </message>
    <message>
        <source>Split parcels by a layer</source>
        <translation>按图层分割地块</translation>
    </message>
    <message>
        <source>Split work</source>
        <translation>多人分工</translation>
    </message>
    <message>
        <source>Spot checks</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>Spot checks of {month}</source>
        <translation>{month} 抽查</translation>
    </message>
    <message>
        <source>Spot checks…</source>
        <translation>抽查…</translation>
    </message>
    <message>
        <source>Square metres</source>
        <translation>平方米</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>建设状态</translation>
    </message>
    <message>
        <source>Stage of the photo</source>
        <translation>拍摄阶段</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>建设状态</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Stands behind every entry in the journal, from the next opening on:</source>
        <translation>记入日志的每一条，自下次打开起生效:</translation>
    </message>
    <message>
        <source>Stands behind every entry in the journal.</source>
        <translation>写入日志的每一条记录。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>State of putting right</source>
        <translation>整改进展</translation>
    </message>
    <message>
        <source>States in the system</source>
        <translation>系统状态</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Station
{name}</source>
        <translation>站点
{name}</translation>
    </message>
    <message>
        <source>Station {station}</source>
        <translation>站点 {station}</translation>
    </message>
    <message>
        <source>Station {station}: {photo} looks {turned}° away from {first}.</source>
        <translation>站点{station}：{photo} 的方位与 {first} 相差 {turned}°。</translation>
    </message>
    <message>
        <source>Station {station}: {photo} was taken {far} m from {first}.</source>
        <translation>站点{station}：{photo} 的拍摄位置距 {first} {far} 米。</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Statistics…</source>
        <translation>统计表…</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Steps of the case</source>
        <translation>案件办理步骤</translation>
    </message>
    <message>
        <source>Steps, reasons, penalties and receivers are those of the work plan's cases.json. All rows are recorded in one transaction, each part of a case as a change of its own with what stood there before.</source>
        <translation>步骤、原因、处罚和接收机关按工作方案的 cases.json。所有行在一个事务中记录，案件的每一部分各为一项变更，并记下原有内容。</translation>
    </message>
    <message>
        <source>Still to put right</source>
        <translation>尚未整改</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop notice</source>
        <translation>责令停止通知书</translation>
    </message>
    <message>
        <source>Stop notice of the case</source>
        <translation>案件停工通知</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止，未作任何更改。</translation>
    </message>
    <message>
        <source>Stopped. What was brought so far is kept for next time.</source>
        <translation>已停止。已取得的瓦片保留，下次继续。</translation>
    </message>
    <message>
        <source>Strip of pictures</source>
        <translation>影像时间条</translation>
    </message>
    <message>
        <source>Struck off</source>
        <translation>已销号</translation>
    </message>
    <message>
        <source>Subcategories</source>
        <translation>细类</translation>
    </message>
    <message>
        <source>Subcategories without</source>
        <translation>不含的子类</translation>
    </message>
    <message>
        <source>Subcategory</source>
        <translation>细类</translation>
    </message>
    <message>
        <source>Subcategory: none</source>
        <translation>细类：未选</translation>
    </message>
    <message>
        <source>Submission package</source>
        <translation>上报成果包</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已上报</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>小计</translation>
    </message>
    <message>
        <source>Sums may differ by</source>
        <translation>合计公差</translation>
    </message>
    <message>
        <source>Supervision system and casebook, {month}</source>
        <translation>监管系统与台账本比对 {month}</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>卷帘</translation>
    </message>
    <message>
        <source>Swiping takes a picture before and one after.</source>
        <translation>卷帘需要前、后时相各一幅影像。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Table of ages (xlsx)</source>
        <translation>账龄表（xlsx）</translation>
    </message>
    <message>
        <source>Table of cases</source>
        <translation>案件表</translation>
    </message>
    <message>
        <source>Table of evidence</source>
        <translation>举证表</translation>
    </message>
    <message>
        <source>Table of field checks</source>
        <translation>外业核查表</translation>
    </message>
    <message>
        <source>Table of inspections</source>
        <translation>核验表</translation>
    </message>
    <message>
        <source>Table of measures</source>
        <translation>整改措施表</translation>
    </message>
    <message>
        <source>Table of verdicts</source>
        <translation>判定表</translation>
    </message>
    <message>
        <source>Table to fill in</source>
        <translation>空白核验表</translation>
    </message>
    <message>
        <source>Table to fill in…</source>
        <translation>空白核验表…</translation>
    </message>
    <message>
        <source>Table {number}</source>
        <translation>表{number}</translation>
    </message>
    <message>
        <source>Table {table}, {key}: the table differs from the journal.</source>
        <translation>表 {table}，{key}：表中内容与日志不一致。</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv)</source>
        <translation>表格 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Tables of a month or a year</source>
        <translation>月度、年度统计表</translation>
    </message>
    <message>
        <source>Tables that are counted</source>
        <translation>统计表</translation>
    </message>
    <message>
        <source>Tables, sentences and typical cases are those of the work plan's reports.json and statistics.json; what is drafted is marked as a draft. A template of the same name in the folder “templates” of the office's own plan comes before Tuban's. Parents and children of a division are never counted together; military patches are neither counted nor shown; nobody is named.</source>
        <translation>表格、语句和典型案例按工作方案的 reports.json 和 statistics.json；生成的语句都标为草稿。单位自有方案“templates”文件夹中的同名模板优先于 Tuban 的模板。分宗前后的图斑和地块不重复计算；军用土地图斑不统计、不出图；不出现个人姓名。</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Take over what the list says otherwise</source>
        <translation>内容不同的按此表更改</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄日期</translation>
    </message>
    <message>
        <source>Taken {time}
Place {place}
Direction {way}
{size} KB</source>
        <translation>拍摄时间 {time}
位置 {place}
方位角 {way}
{size} KB</translation>
    </message>
    <message>
        <source>Takes the cases of an office's old list into the ledger of all years.
Reads xlsx and CSV: headings in one or two lines wherever they begin, merged cells, rows of totals, days as text in every usual way, areas in mu, m² or hectares, as the heading, the cell or a line above says; where nothing says it, by comparing with the parcels of the casebook. Cases are linked to their parcel by number or place. Every row is taken in, or listed in the table with its reason. Reading a list again changes nothing; what it says otherwise is listed, and taken over only on request. Nobody can delete a case.</source>
        <translation>把单位旧台账中的案件导入跨年度台账。
读取 xlsx 和 CSV：表头一行或两行、起始行不限，合并单元格，合计行，各种写法的日期文本，面积单位亩、平方米、公顷（按表头、单元格或表上方的说明；都未写明时与台账本地块比对）。案件按编号或位置与地块关联。每一行要么导入，要么列出原因。重复读取不改变任何内容；内容不同的列出，经选择才更改。任何人不能删除案件。</translation>
    </message>
    <message>
        <source>Tells what does not fit in how parcels are put right, and lists whom each waits for.
More recultivated than demolished, more than is illegal, an approval after the cut-off, a verdict that changed since, an inspection before its application, too few inspectors, an outline drawn elsewhere and more, in the log and in the report. The layer has every parcel that has to be put right: what waits for the casebook's own office first, with its stage and day, what counts by the cut-off and what is lacking for it. Military land is left out. Nothing is recorded.</source>
        <translation>指出整改登记中不相符之处，并列出各地块在等谁办理。
复耕大于拆除、合计大于违法面积、批准晚于时间节点、整改后判定改变、先核验后申请、验收人数不足、实测范围画在别处等，写入日志和报告。图层列出全部须整改的地块：先列等台账本所属单位办理的，附阶段、期限、计入时间节点前整改的面积和尚缺的材料。不含军用土地。不记录任何内容。</translation>
    </message>
    <message>
        <source>Tells whether a certificate of recultivation is what the casebook has.
It is genuine, was revoked, says something else than the record, certifies what has changed since, has a number that was never issued, or is not of this casebook. The casebook is not changed, and nothing leaves the computer.</source>
        <translation>判断一份拆除复耕到位证明是否与台账本一致。
结果为：真实有效、已撤销、与台账本不符、所证明的内容已变、编号从未出具，或不属于本台账本。台账本不变，任何信息不离开本机。</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Template in Word</source>
        <translation>Word 模板</translation>
    </message>
    <message>
        <source>Templates of forms and papers</source>
        <translation>表式和文稿模板</translation>
    </message>
    <message>
        <source>Templates of forms written</source>
        <translation>写出的表式模板数</translation>
    </message>
    <message>
        <source>Templates of papers written</source>
        <translation>写出的文稿模板数</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Term after a refusal</source>
        <translation>未到位的整改期限</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>Terms of cases</source>
        <translation>案件期限</translation>
    </message>
    <message>
        <source>Terms of cases: due and overdue</source>
        <translation>案件期限：到期与逾期</translation>
    </message>
    <message>
        <source>Terms of cases: due and overdue…</source>
        <translation>案件期限：到期与逾期…</translation>
    </message>
    <message>
        <source>Terms, cases, penalties and transfers as sheets in Chinese.</source>
        <translation>期限、案件、处罚、移送移交各一张表，中文。</translation>
    </message>
    <message>
        <source>Text of the QR code, or number</source>
        <translation>二维码内容或编号</translation>
    </message>
    <message>
        <source>Texts can be written in GBK</source>
        <translation>文本可用 GBK 写出</translation>
    </message>
    <message>
        <source>Texts fit their fields</source>
        <translation>文本不超过字段宽度</translation>
    </message>
    <message>
        <source>Texts of so many characters</source>
        <translation>文字达到（字）</translation>
    </message>
    <message>
        <source>That less what the county says</source>
        <translation>其差（减县级复耕）</translation>
    </message>
    <message>
        <source>The Python library {library} was loaded from {place} before Tuban started, and it is too old for Tuban. Deactivate the plugin that brings it, or update that plugin, and start QGIS again.</source>
        <translation>在图斑插件启动之前，Python 程序库 {library} 已从 {place} 加载，且版本过旧。请停用或更新带来该程序库的插件，然后重新启动 QGIS。</translation>
    </message>
    <message>
        <source>The QR code holds number, parcel, day and the SHA-256 of all facts that were certified. It is no signature: it proves something to whoever has the casebook.</source>
        <translation>二维码含编号、地块、日期及全部所证明内容的 SHA-256。它不是电子签名，只能由持有台账本的人核对。</translation>
    </message>
    <message>
        <source>The address of {name} holds a key, which is saved with the project. Remove the layer and add it again under “Add a service…”.</source>
        <translation>{name} 的地址中带有密钥，会随工程保存。请移除该图层，再用“添加服务…”添加。</translation>
    </message>
    <message>
        <source>The application of {day} is still to come.</source>
        <translation>验收申请日期 {day} 尚未到来。</translation>
    </message>
    <message>
        <source>The archive {name} inside was not opened.</source>
        <translation>其中的压缩包 {name} 未打开。</translation>
    </message>
    <message>
        <source>The areas cut up by land use; per code their areas add up to the figures, gross.</source>
        <translation>按地类切开的区域；各地类碎片面积之和等于（未扣除田坎的）套合数值。</translation>
    </message>
    <message>
        <source>The areas do not fit those of the {count} parcels that are in this casebook. Look whether the unit is right.</source>
        <translation>面积与本台账本中 {count} 个地块的面积不符，请核对单位。</translation>
    </message>
    <message>
        <source>The areas in field {field} fit the shapes neither in m² nor in mu nor in hectares. Choose their unit, or another field.</source>
        <translation>字段 {field} 中的面积按平方米、亩或公顷均与图形不符。请选择其单位，或另选字段。</translation>
    </message>
    <message>
        <source>The average of {months} months is added for each month left; the interval holds {percent} % if the months to come differ as those did. No verdict.</source>
        <translation>按 {months} 个月的平均增量逐月外推；如今后各月的差异与已有各月相当，{percent}% 的可能落在区间内。仅供参考，不是结论。</translation>
    </message>
    <message>
        <source>The bulletin is for after the month's review, the notice for before.</source>
        <translation>月度通报用于月度审核之后，进度通报用于之前。</translation>
    </message>
    <message>
        <source>The case has no parcel in this casebook.</source>
        <translation>该案件在本台账本中没有地块。</translation>
    </message>
    <message>
        <source>The case is filed, and there is a reason why it is not.</source>
        <translation>案件已立案，却填有不予立案原因。</translation>
    </message>
    <message>
        <source>The case is no row of an old list.</source>
        <translation>该案件不是旧台账中的行。</translation>
    </message>
    <message>
        <source>The casebook begins on {first}; of {asked} it knows nothing.</source>
        <translation>台账本自 {first} 起建立，{asked} 没有任何记录。</translation>
    </message>
    <message>
        <source>The casebook has no parcels of the county {unit}; it has {known}.</source>
        <translation>台账本中没有 {unit} 的地块；有的是 {known}。</translation>
    </message>
    <message>
        <source>The casebook is open for reading only, and an export has to be recorded.</source>
        <translation>台账本以只读方式打开，而导出必须记录在案。</translation>
    </message>
    <message>
        <source>The casebook is open for reading only.</source>
        <translation>台账本以只读方式打开。</translation>
    </message>
    <message>
        <source>The casebook was changed by another program. Open it again.</source>
        <translation>台账本已被其他程序更改，请重新打开。</translation>
    </message>
    <message>
        <source>The casebook was written by a newer Tuban (schema {version}, this one reads up to {known}). Update Tuban to open it.</source>
        <translation>该台账本由更新版本的图斑插件写入（结构版本 {version}，本插件最高可读 {known}）。请升级插件后再打开。</translation>
    </message>
    <message>
        <source>The casebook's GeoPackage file.</source>
        <translation>台账本的 GeoPackage 文件。</translation>
    </message>
    <message>
        <source>The casebook's journal is empty.</source>
        <translation>台账本的日志是空的。</translation>
    </message>
    <message>
        <source>The certificate</source>
        <translation>到位证明</translation>
    </message>
    <message>
        <source>The certificate would be older than the inspection of {day}.</source>
        <translation>证明日期早于 {day} 的核验。</translation>
    </message>
    <message>
        <source>The city decides itself</source>
        <translation>市级直接判定</translation>
    </message>
    <message>
        <source>The city decides itself only after {needed} returns; so far there are {count}.</source>
        <translation>退回 {needed} 次后市级才可直接判定，目前退回了 {count} 次。</translation>
    </message>
    <message>
        <source>The city feeds the outcome of its desk review back as a list. Military patches are left out.</source>
        <translation>市级清单化反馈内业审核结果。军用土地图斑不在其内。</translation>
    </message>
    <message>
        <source>The city has accepted it.</source>
        <translation>市级已核验到位。</translation>
    </message>
    <message>
        <source>The city has not accepted it.</source>
        <translation>市级尚未核验到位。</translation>
    </message>
    <message>
        <source>The city has not found it in place.</source>
        <translation>市级核验尚未到位。</translation>
    </message>
    <message>
        <source>The city inspected on {day}, before the application of {applied}.</source>
        <translation>市级于 {day} 核验，早于 {applied} 的验收申请。</translation>
    </message>
    <message>
        <source>The city inspected on {day}; nobody had applied for it.</source>
        <translation>市级于 {day} 核验，但没有验收申请。</translation>
    </message>
    <message>
        <source>The city inspects after the application</source>
        <translation>市级核验在申请之后</translation>
    </message>
    <message>
        <source>The city inspects each parcel that a county applies for and issues the certificate. Form, number and wording are Tuban's default, not official, and an office may change them: the layout in QGIS, the rest in the plan's certificates.json. Numbers have no gaps within an office and a year. Military patches get none.</source>
        <translation>市局对县级申请验收的地块逐宗核验并出具证明。式样、编号和措辞为 Tuban 默认，非官方，单位可修改：版式在 QGIS 布局中，其余在工作方案的 certificates.json 中。同一单位同一年的编号连续无缺号。军用土地图斑不出具。</translation>
    </message>
    <message>
        <source>The city inspects parcel by parcel (四（一）). Checklist, number of inspectors, names of columns and words for yes and no are those of the work plan's rectification.json; the layout of the table is Tuban's default. Only what the county applied for is inspected, and nothing of military land.</source>
        <translation>市级逐宗核验（四（一））。清单、人数、列名和填写用词按工作方案的 rectification.json；表式为 Tuban 默认。只核验县级已申请的，不核验军用土地。</translation>
    </message>
    <message>
        <source>The city reviews each patch as it is filled in. What the city says is not overwritten by what a county sends.</source>
        <translation>填报一个，初审一个。市级填写的内容不会被县级报送的内容覆盖。</translation>
    </message>
    <message>
        <source>The city's acceptance</source>
        <translation>市级核验</translation>
    </message>
    <message>
        <source>The city's inspection of {day}: {result}</source>
        <translation>市级核验 {day}：{result}</translation>
    </message>
    <message>
        <source>The city's inspection on {day} is still to come.</source>
        <translation>市级核验日期 {day} 尚未到来。</translation>
    </message>
    <message>
        <source>The city's inspection taken back</source>
        <translation>市级核验已撤回</translation>
    </message>
    <message>
        <source>The city's inspection · {number}</source>
        <translation>市级核验 · {number}</translation>
    </message>
    <message>
        <source>The city's inspections:</source>
        <translation>市级核验：</translation>
    </message>
    <message>
        <source>The city's inspection…</source>
        <translation>市级核验…</translation>
    </message>
    <message>
        <source>The city's own verdict needs a reason.</source>
        <translation>市级直接判定须写明理由。</translation>
    </message>
    <message>
        <source>The city's own verdict on {number}</source>
        <translation>市级直接判定 {number}</translation>
    </message>
    <message>
        <source>The city's papers</source>
        <translation>市级文稿</translation>
    </message>
    <message>
        <source>The city's review of a county's month, written by Tuban.</source>
        <translation>市级对县级当月成果的审核反馈，由 Tuban 生成。</translation>
    </message>
    <message>
        <source>The clock of the sender was set back in between; the order is not changed.</source>
        <translation>报送方的电脑时钟中途被往回拨过；先后顺序不受影响。</translation>
    </message>
    <message>
        <source>The code of one county alone, like 371502; empty: all.</source>
        <translation>只统计一个县的代码，如 371502；为空则为全部。</translation>
    </message>
    <message>
        <source>The copy can be edited fact by fact, is compared with the plan it comes from, and is chosen for a casebook. Plans that came with Tuban stay as they are.</source>
        <translation>复制后可逐项编辑，可与原方案比较，并可为台账本选用。Tuban 自带的方案保持不变。</translation>
    </message>
    <message>
        <source>The counties can be shown once all is counted.</source>
        <translation>统计完成后即可上图。</translation>
    </message>
    <message>
        <source>The county applied on {day} and had not found it in place by then.</source>
        <translation>县级于 {day} 申请验收，但此前没有初验到位。</translation>
    </message>
    <message>
        <source>The county applied on {day}, after this day.</source>
        <translation>县级于 {day} 申请验收，晚于该日。</translation>
    </message>
    <message>
        <source>The county checks every patch of the four classes on the ground, one by one. All rows are recorded in one transaction, each with what stood there before. The value lists are those of the work plan's field.json, seen in practice and not official.</source>
        <translation>县级对四类图斑逐一实地核查。所有行在一次写入中记录，每行都带原值。值列表取自工作方案的 field.json，参照实践整理，非官方规定。</translation>
    </message>
    <message>
        <source>The county checks every patch on the ground, one by one. The sheet is Tuban's own, not an official form. Military patches get none.</source>
        <translation>县级对图斑逐一实地核查。本表为 Tuban 默认表式，非官方表式。军用图斑不出表。</translation>
    </message>
    <message>
        <source>The county found it in place on {day}; it was done on {done}.</source>
        <translation>县级于 {day} 初验到位，而整改完成于 {done}。</translation>
    </message>
    <message>
        <source>The county hands a month up by the day the work plan sets. Military patches are left out, and the package is refused if one would get in. The same casebook gives the same bytes.</source>
        <translation>县级应在工作方案规定的日期前上报当月成果。军事图斑不列入，如有混入则拒绝生成成果包。同一台账本生成的成果包字节完全相同。</translation>
    </message>
    <message>
        <source>The county has not applied for its inspection.</source>
        <translation>县级尚未申请验收。</translation>
    </message>
    <message>
        <source>The county has not inspected it first, or did not find it in place.</source>
        <translation>县级尚未初验，或初验未到位。</translation>
    </message>
    <message>
        <source>The county has not judged it.</source>
        <translation>县级尚未判定。</translation>
    </message>
    <message>
        <source>The county inspected it on {day}, after this day.</source>
        <translation>县级于 {day} 初验，晚于该日。</translation>
    </message>
    <message>
        <source>The county inspected what was done</source>
        <translation>县级对已完成的整改进行了初验</translation>
    </message>
    <message>
        <source>The county inspects before it applies</source>
        <translation>县级先初验后申请</translation>
    </message>
    <message>
        <source>The county judges; the city passes, returns or decides.</source>
        <translation>县级判定由县级填报；市级只作通过、退回或直接判定。</translation>
    </message>
    <message>
        <source>The county says that {said} mu are recultivated; {measured} mu of the parcel were measured on {day}.</source>
        <translation>县级登记复耕 {said} 亩，{day} 在地块内实测 {measured} 亩。</translation>
    </message>
    <message>
        <source>The county's code, like 371502; empty: all that reach a line.</source>
        <translation>县级代码，如 371502；留空：所有达到提示线的县（市、区）。</translation>
    </message>
    <message>
        <source>The county's deadline for this month</source>
        <translation>当月县级上报期限</translation>
    </message>
    <message>
        <source>The county's inspection</source>
        <translation>县级初验</translation>
    </message>
    <message>
        <source>The county's inspection of {day}: {result}</source>
        <translation>县级初验 {day}：{result}</translation>
    </message>
    <message>
        <source>The county's inspection on {day} is still to come.</source>
        <translation>县级初验日期 {day} 尚未到来。</translation>
    </message>
    <message>
        <source>The county's inspection taken back</source>
        <translation>县级初验已撤回</translation>
    </message>
    <message>
        <source>The county's inspection, in place</source>
        <translation>县级初验到位</translation>
    </message>
    <message>
        <source>The county's reason: {reason}</source>
        <translation>县级判断依据：{reason}</translation>
    </message>
    <message>
        <source>The county's verdict; those of the city and the final one stay as they are. All rows are recorded in one transaction, each with what stood there before. The six flags are mandatory where cultivated land is occupied illegally; “不适用” is not “否”.</source>
        <translation>录入的是县级判定；市级判定和最终判定保持不变。所有行在同一事务中记录，并保留各自的原值。违法占用耕地的地块必须填写“六个是否”；“不适用”不等于“否”。</translation>
    </message>
    <message>
        <source>The cultivated land of what is cleared is recorded</source>
        <translation>整改面积中的耕地已登记</translation>
    </message>
    <message>
        <source>The date is known</source>
        <translation>日期已知</translation>
    </message>
    <message>
        <source>The day it was done</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>The day lies ahead.</source>
        <translation>日期在今天之后。</translation>
    </message>
    <message>
        <source>The day of issue, like 2023-09-26; empty: today.</source>
        <translation>出具日期，如 2023-09-26；留空为今天。</translation>
    </message>
    <message>
        <source>The day of revoking, like 2023-09-26; empty: today.</source>
        <translation>撤销日期，如 2023-09-26；空着为今天。</translation>
    </message>
    <message>
        <source>The day that is asked about, like 2023-05-16; empty: today.</source>
        <translation>要查的日期，如 2023-05-16；留空为今天。</translation>
    </message>
    <message>
        <source>The day that is asked about, like 2023-09-26; empty: today.</source>
        <translation>查询的日期，如 2023-09-26；空：今天。</translation>
    </message>
    <message>
        <source>The day {day} is still to come.</source>
        <translation>{day} 还没有到。</translation>
    </message>
    <message>
        <source>The days by which a month is handed up and corrected are those of the work plan's calendar.json; the words of the notice are Tuban's default in oversight.json.</source>
        <translation>每月上报和纠正的日期取自工作方案的 calendar.json；通报文字为 oversight.json 中的 Tuban 默认。</translation>
    </message>
    <message>
        <source>The deadline of {month} was {deadline}.</source>
        <translation>{month} 的上报期限为 {deadline}。</translation>
    </message>
    <message>
        <source>The deduction factor “{value}” of feature {fid} is not a number from 0 to under 1: nothing is deducted there.</source>
        <translation>要素 {fid} 的扣除系数“{value}”不是 0 至 1（不含 1）之间的数：该处不作扣除。</translation>
    </message>
    <message>
        <source>The disk with {file} is full or failing. Nothing was changed.</source>
        <translation>{file} 所在磁盘已满或有故障，未作任何更改。</translation>
    </message>
    <message>
        <source>The document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The document's day</source>
        <translation>文件日期</translation>
    </message>
    <message>
        <source>The dossier is being written.</source>
        <translation>正在写问责材料包。</translation>
    </message>
    <message>
        <source>The exported table, as xlsx or CSV, with its headings in the first row.</source>
        <translation>导出的表，xlsx 或 CSV，首行为列名。</translation>
    </message>
    <message>
        <source>The expression {expression} cannot be used: {why}</source>
        <translation>表达式 {expression} 无法使用：{why}</translation>
    </message>
    <message>
        <source>The feedback is being written.</source>
        <translation>正在生成反馈。</translation>
    </message>
    <message>
        <source>The feedback was not written: a military patch would have been in it.</source>
        <translation>反馈未导出：其中会含有军用土地图斑。</translation>
    </message>
    <message>
        <source>The feedback was not written: the photo {file} of {parcel} is also one of military land, or its name tells of it. Take it off.</source>
        <translation>反馈未写出：地块 {parcel} 的照片 {file} 同时是军用土地的照片，或其名称涉及军用土地。请先移除该照片。</translation>
    </message>
    <message>
        <source>The field check does not say what was found.</source>
        <translation>外业核查没有填写现场描述。</translation>
    </message>
    <message>
        <source>The figures are for {found} m², the parcel has {wanted} m²; run the overlay again.</source>
        <translation>套合数值对应 {found} 平方米，而地块为 {wanted} 平方米；请重新套合。</translation>
    </message>
    <message>
        <source>The file as it was issued; for a FileGDB, its folder or a zip of it.</source>
        <translation>下发的原始文件；FileGDB 为其文件夹或压缩包。</translation>
    </message>
    <message>
        <source>The file that was sent</source>
        <translation>收到的文件</translation>
    </message>
    <message>
        <source>The file to be made. While it is filled it is called ….part.</source>
        <translation>要生成的文件；写入期间名为 ….part。</translation>
    </message>
    <message>
        <source>The file {file} cannot be created.</source>
        <translation>无法创建文件 {file}。</translation>
    </message>
    <message>
        <source>The file, as HTML or as PDF.</source>
        <translation>输出文件，HTML 或 PDF。</translation>
    </message>
    <message>
        <source>The files of the work plan “{plan}” have changed since this window was opened. Close it and open it again.</source>
        <translation>工作方案“{plan}”的文件在打开本窗口后已被改动。请关闭后重新打开。</translation>
    </message>
    <message>
        <source>The findings, by line</source>
        <translation>检查结果（每行一条）</translation>
    </message>
    <message>
        <source>The first zoom is above the last one.</source>
        <translation>起始级别大于结束级别。</translation>
    </message>
    <message>
        <source>The folder of the land-use, farmland and other layers</source>
        <translation>地类图斑、永久基本农田等图层所在的文件夹</translation>
    </message>
    <message>
        <source>The form is Tuban's own, not an official one, and an office may change it in QGIS. Military patches get none.</source>
        <translation>表式为 Tuban 默认，非官方表式，单位可在 QGIS 中修改。军事图斑不写出。</translation>
    </message>
    <message>
        <source>The form, in Chinese.</source>
        <translation>表格，中文。</translation>
    </message>
    <message>
        <source>The geometry of {name} cannot be cut. Repair it in the layer.</source>
        <translation>{name} 的图形无法切割，请在图层中修复。</translation>
    </message>
    <message>
        <source>The geometry of {name} is not valid; it was repaired.</source>
        <translation>{name} 的图形无效，已修复。</translation>
    </message>
    <message>
        <source>The headings once more.</source>
        <translation>重复的表头。</translation>
    </message>
    <message>
        <source>The image before ({before}) is not older than the one after ({after}).</source>
        <translation>前时相（{before}）不早于后时相（{after}）。</translation>
    </message>
    <message>
        <source>The image dates are there and in order</source>
        <translation>影像时相齐全且先后正确</translation>
    </message>
    <message>
        <source>The inspection of {day} has {count} inspectors; {least} at least are needed.</source>
        <translation>{day} 的验收人员为 {count} 人，应不少于 {least} 人。</translation>
    </message>
    <message>
        <source>The inspection of {day} stands after that of {before}.</source>
        <translation>{day} 的核验排在 {before} 的核验之后。</translation>
    </message>
    <message>
        <source>The issued row names no patch class.</source>
        <translation>下发数据中没有图斑类别。</translation>
    </message>
    <message>
        <source>The journal has an entry of an unknown kind: {kind}.</source>
        <translation>日志中有未知种类的记录：{kind}。</translation>
    </message>
    <message>
        <source>The journal in {file} does not hold together at entry {seq}: something was changed, taken out or put in. Ask for the package again.</source>
        <translation>{file} 中的日志在第 {seq} 条处不连贯：有内容被改动、删去或插入。请要求重新报送。</translation>
    </message>
    <message>
        <source>The journal in {file} is damaged.</source>
        <translation>{file} 中的日志已损坏。</translation>
    </message>
    <message>
        <source>The journal's chain is broken at entry {seq}.</source>
        <translation>日志的哈希链在第 {seq} 条处断裂。</translation>
    </message>
    <message>
        <source>The key is called</source>
        <translation>密钥参数名</translation>
    </message>
    <message>
        <source>The key is kept in QGIS's authentication store only. WMTS and WMS with their own list of layers are added by QGIS's Data Source Manager; they are listed under Imagery as well.</source>
        <translation>密钥只保存在 QGIS 的认证库中。带图层目录的 WMTS、WMS 用 QGIS 的数据源管理器添加，同样会列在“影像”中。</translation>
    </message>
    <message>
        <source>The key {key} of “{action}” also belongs to “{other}”, so neither works. Change one of them under Settings ▸ Keyboard Shortcuts.</source>
        <translation>“{action}”的快捷键 {key} 与“{other}”相同，两者都不起作用。请在“设置 ▸ 键盘快捷键”中更改其一。</translation>
    </message>
    <message>
        <source>The land-use layer does not cover {area} mu of it.</source>
        <translation>地类图层有 {area} 亩未覆盖。</translation>
    </message>
    <message>
        <source>The last month that is counted, like 2023-04; the first is January.</source>
        <translation>统计到哪个月，如 2023-04；从当年1月起算。</translation>
    </message>
    <message>
        <source>The layer {name} has no coordinate system. Set one in its properties.</source>
        <translation>图层 {name} 没有坐标系，请在图层属性中设置。</translation>
    </message>
    <message>
        <source>The layer {name} has no features to compute.</source>
        <translation>图层 {name} 没有可计算的要素。</translation>
    </message>
    <message>
        <source>The layer {name} has no features. If only selected features are asked for, select some.</source>
        <translation>图层 {name} 没有要素。若仅使用选中要素，请先选中要素。</translation>
    </message>
    <message>
        <source>The layer {name} holds no areas but {type}.</source>
        <translation>图层 {name} 不含面，而是 {type}。</translation>
    </message>
    <message>
        <source>The layers are gone.</source>
        <translation>图层已移除。</translation>
    </message>
    <message>
        <source>The layers are on the map.</source>
        <translation>图层已添加到地图。</translation>
    </message>
    <message>
        <source>The layers cover every parcel</source>
        <translation>图层覆盖每个地块</translation>
    </message>
    <message>
        <source>The ledger begins with the year of the work plan's ledger.json (四（六）: 2018). A case is known by year, patch and parcel number. The names of columns are those of ledger.json, seen in ledgers of offices. Military land is not taken in. All cases of a run are recorded in one transaction.</source>
        <translation>台账自工作方案 ledger.json 规定的年度起（四（六）：2018 年）。案件以年度、图斑编号、地块编号为主键。列名取自 ledger.json，为已见台账的写法。军用土地不导入。一次运行的案件在一个事务中记录。</translation>
    </message>
    <message>
        <source>The ledger has neither a case nor a parcel {subject}.</source>
        <translation>台账中没有案件或地块 {subject}。</translation>
    </message>
    <message>
        <source>The line does not meet {parcel}.</source>
        <translation>分割线没有经过 {parcel}。</translation>
    </message>
    <message>
        <source>The line ends inside {parcel}. Draw it across, from outside to outside.</source>
        <translation>分割线止于 {parcel} 内部。请从图形外画到图形外，贯穿地块。</translation>
    </message>
    <message>
        <source>The line only touches {parcel} or joins its outline to a hole: nothing is divided. Draw it across, from outside to outside.</source>
        <translation>分割线只碰到 {parcel} 的边界，或只把边界与内部空洞连起来，没有分开任何部分。请从图形外画到图形外，贯穿地块。</translation>
    </message>
    <message>
        <source>The lines go round the parcels; they are no borders of counties</source>
        <translation>色块为地块分布范围，不是行政界线</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>反馈清单</translation>
    </message>
    <message>
        <source>The list (xlsx)</source>
        <translation>清单（xlsx）</translation>
    </message>
    <message>
        <source>The list as the office keeps it: xlsx, or CSV in UTF-8 or GBK.</source>
        <translation>单位自己的台账：xlsx，或 UTF-8、GBK 编码的 CSV。</translation>
    </message>
    <message>
        <source>The list is for the county's files, the package for its casebook: what is returned comes first there, with the reasons.</source>
        <translation>清单供县级存档，反馈包由县级台账本读取：退回的地块在县级队列中排在最前，并附原因。</translation>
    </message>
    <message>
        <source>The manifest of {package} cannot be used: {reason}.</source>
        <translation>{package} 的清单无法使用：{reason}。</translation>
    </message>
    <message>
        <source>The map's coordinate system {crs} cannot show this patch. Choose another one for the project.</source>
        <translation>地图的坐标系 {crs} 无法显示该图斑，请为工程选择其他坐标系。</translation>
    </message>
    <message>
        <source>The measured outline is the parcel's</source>
        <translation>实测范围位于地块内</translation>
    </message>
    <message>
        <source>The measures are not more than what is illegal</source>
        <translation>整改面积不大于违法面积</translation>
    </message>
    <message>
        <source>The measures clear {cleared} of {whole} mu with {its} mu of {what}: at least {least} mu of it, but {mine} mu are recorded.</source>
        <translation>整改措施共 {cleared} 亩，地块 {whole} 亩，其中{what} {its} 亩：至少涉及 {least} 亩，但只登记了 {mine} 亩。</translation>
    </message>
    <message>
        <source>The measures have {mine} mu of {what}, the parcel has {its} mu.</source>
        <translation>各项整改的{what}合计 {mine} 亩，地块为 {its} 亩。</translation>
    </message>
    <message>
        <source>The month</source>
        <translation>当月</translation>
    </message>
    <message>
        <source>The month has no patch whose imagery may be fetched.</source>
        <translation>该月没有可以取影像的图斑。</translation>
    </message>
    <message>
        <source>The month has patches to hand up</source>
        <translation>当月有可上报的图斑</translation>
    </message>
    <message>
        <source>The month of the earlier work, like 2022-11; empty: as the file says.</source>
        <translation>往期成果所属月份，如 2022-11；留空则按文件所载。</translation>
    </message>
    <message>
        <source>The month of the patches, like 2023-04; empty: all months.</source>
        <translation>图斑所属月份，如 2023-04；空白：所有月份。</translation>
    </message>
    <message>
        <source>The month that is counted, like 2023-04, or the last of the period.</source>
        <translation>要统计的月份，如 2023-04，或时段的最后一个月。</translation>
    </message>
    <message>
        <source>The month that is counted, like 2023-04.</source>
        <translation>统计的月份，如 2023-04。</translation>
    </message>
    <message>
        <source>The month that is looked at, like 2023-04.</source>
        <translation>查看的月份，如 2023-04。</translation>
    </message>
    <message>
        <source>The month that the export is about, like 2023-04.</source>
        <translation>导出表所属月份，如 2023-04。</translation>
    </message>
    <message>
        <source>The month that the page is about, like 2023-04.</source>
        <translation>页面所示月份，如 2023-04。</translation>
    </message>
    <message>
        <source>The month that the paper is about, like 2023-04.</source>
        <translation>文稿所涉的月份，如 2023-04。</translation>
    </message>
    <message>
        <source>The month that was reviewed, like 2023-04.</source>
        <translation>所审核的月份，如 2023-04。</translation>
    </message>
    <message>
        <source>The month to be cleared, like 2023-04; empty: as the file says.</source>
        <translation>月清所属月份，如 2023-04；留空则按文件内容。</translation>
    </message>
    <message>
        <source>The month to be filled in, like 2023-04.</source>
        <translation>要填报的月份，如 2023-04。</translation>
    </message>
    <message>
        <source>The month to be handed up, like 2023-04.</source>
        <translation>要上报的月份，如 2023-04。</translation>
    </message>
    <message>
        <source>The month to be shared out, like 2023-04.</source>
        <translation>要分工的月份，如 2023-04。</translation>
    </message>
    <message>
        <source>The month up to whose end is asked, like 2024-04; empty: all.</source>
        <translation>查询至该月底，如 2024-04；留空：全部。</translation>
    </message>
    <message>
        <source>The month whose parcels are looked at, like 2023-04.</source>
        <translation>要查看的月份，如 2023-04。</translation>
    </message>
    <message>
        <source>The month whose parcels are meant, like 2023-04.</source>
        <translation>地块所属月份，如 2023-04。</translation>
    </message>
    <message>
        <source>The month whose parcels are meant, like 2023-04; empty: all months.</source>
        <translation>地块所属月份，如 2023-04；空：全部月份。</translation>
    </message>
    <message>
        <source>The month whose parcels get a dossier, like 2023-04.</source>
        <translation>要写出档案的月份，如 2023-04。</translation>
    </message>
    <message>
        <source>The month whose parcels get a sheet, like 2023-04.</source>
        <translation>要出表的月份，如 2023-04。</translation>
    </message>
    <message>
        <source>The month whose patches are drawn from, like 2023-04.</source>
        <translation>从哪个月的图斑中抽取，如 2023-04。</translation>
    </message>
    <message>
        <source>The month whose patches are linked, like 2023-04; empty: all.</source>
        <translation>要关联的月份，如 2023-04；留空为全部。</translation>
    </message>
    <message>
        <source>The month whose patches are visited, like 2023-04.</source>
        <translation>要核查的月份，如 2023-04。</translation>
    </message>
    <message>
        <source>The month whose patches are wanted, like 2023-04.</source>
        <translation>需要影像的图斑所属月份，如 2023-04。</translation>
    </message>
    <message>
        <source>The month's deadline has not passed</source>
        <translation>当月上报期限未过</translation>
    </message>
    <message>
        <source>The new file; it must not exist yet.</source>
        <translation>新文件，不能已存在。</translation>
    </message>
    <message>
        <source>The new parcel is undecided. All parcels together are the patch as issued. What was judged of them stays in the casebook.</source>
        <translation>新地块为未判定。全部地块合在一起就是下发的图斑。它们原来的判定仍留在台账本中。</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>通报文字</translation>
    </message>
    <message>
        <source>The notice is on the clipboard.</source>
        <translation>通报文字已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The number differs from {other} only by full-width characters. Are they one patch?</source>
        <translation>该编号与 {other} 仅全角、半角不同，是否为同一图斑？</translation>
    </message>
    <message>
        <source>The number is blank or holds a control character.</source>
        <translation>编号为空，或含有控制字符。</translation>
    </message>
    <message>
        <source>The number is not that of patch {patch} and _n.</source>
        <translation>编号不是“图斑编号 {patch} 加 _n”的形式。</translation>
    </message>
    <message>
        <source>The number is there twice, or differs from {other} only by full-width characters, case or blanks.</source>
        <translation>编号重复，或与 {other} 仅有全角字符、大小写或空格之差。</translation>
    </message>
    <message>
        <source>The number of one parcel; empty: all parcels of the month.</source>
        <translation>一个地块的编号；留空为当月全部地块。</translation>
    </message>
    <message>
        <source>The number of one patch, for all its parcels, or of one parcel; empty: all.</source>
        <translation>一个图斑编号（写出其全部地块）或一个地块编号；留空为全部。</translation>
    </message>
    <message>
        <source>The number of the document is missing.</source>
        <translation>缺少文号。</translation>
    </message>
    <message>
        <source>The office's own</source>
        <translation>本单位的表式</translation>
    </message>
    <message>
        <source>The old list has no acceptance and no certificate: name the document of it.</source>
        <translation>旧台账没有验收日期，也没有到位证明：请填写其文号。</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>倒序</translation>
    </message>
    <message>
        <source>The outline crosses itself: nobody can say what it encloses. Draw it anew.</source>
        <translation>范围线自相交，无法确定所围区域，请重新绘制。</translation>
    </message>
    <message>
        <source>The outline encloses no area.</source>
        <translation>范围没有面积。</translation>
    </message>
    <message>
        <source>The outline has no longitudes and latitudes in degrees (CGCS2000).</source>
        <translation>范围的坐标不是以度为单位的经纬度（CGCS2000）。</translation>
    </message>
    <message>
        <source>The outline in {file} cannot be used: {why}.</source>
        <translation>{file} 中的范围不能用：{why}。</translation>
    </message>
    <message>
        <source>The outline is empty, crosses itself or is no polygon.</source>
        <translation>图形为空、自相交或不是面。</translation>
    </message>
    <message>
        <source>The outline is no area. Draw a polygon.</source>
        <translation>所给范围不是面，请绘制多边形。</translation>
    </message>
    <message>
        <source>The outline is not the one that was issued.</source>
        <translation>图形与下发的不一致。</translation>
    </message>
    <message>
        <source>The outline is not the one that was recorded.</source>
        <translation>图形与记录的不一致。</translation>
    </message>
    <message>
        <source>The outline of {number} in {file} is not the one its record names.</source>
        <translation>{file} 中 {number} 的图形与其记录不符。</translation>
    </message>
    <message>
        <source>The outline of {parcel} cannot be cut by this layer.</source>
        <translation>无法用这个图层分割 {parcel} 的图形。</translation>
    </message>
    <message>
        <source>The outlines cannot be cut there. Move the line a little.</source>
        <translation>图形在这里无法分割。请把线稍微移动一下。</translation>
    </message>
    <message>
        <source>The outlines cannot be joined: together they cross.</source>
        <translation>图形无法合并：合并后会自相交。</translation>
    </message>
    <message>
        <source>The overlay is running.</source>
        <translation>正在套合。</translation>
    </message>
    <message>
        <source>The package</source>
        <translation>成果包</translation>
    </message>
    <message>
        <source>The package does not read back: {reason}</source>
        <translation>成果包回读不一致：{reason}</translation>
    </message>
    <message>
        <source>The package is being written.</source>
        <translation>正在生成成果包。</translation>
    </message>
    <message>
        <source>The package of {month} was not written: {count} errors stand. The first: {subject} {message}</source>
        <translation>{month} 的成果包未生成：有 {count} 个错误。第一个：{subject} {message}</translation>
    </message>
    <message>
        <source>The package that is written.</source>
        <translation>要写出的材料包。</translation>
    </message>
    <message>
        <source>The package was not written, because it does not read back as meant: {what}.</source>
        <translation>成果包未生成，因为回读结果不符：{what}。</translation>
    </message>
    <message>
        <source>The package was not written: a military patch would have been in it.</source>
        <translation>成果包未生成：其中会混入军事图斑。</translation>
    </message>
    <message>
        <source>The package {file} is damaged: {reason}.</source>
        <translation>成果包 {file} 已损坏：{reason}。</translation>
    </message>
    <message>
        <source>The parameter {name} is empty.</source>
        <translation>参数 {name} 为空。</translation>
    </message>
    <message>
        <source>The parcel at hand</source>
        <translation>当前地块</translation>
    </message>
    <message>
        <source>The parcel lies outside {layer}: uncovered.</source>
        <translation>地块在 {layer} 之外：未覆盖。</translation>
    </message>
    <message>
        <source>The parcel lies wholly inside or wholly outside: nothing to divide.</source>
        <translation>地块整个在里面或整个在外面：没有可分割的。</translation>
    </message>
    <message>
        <source>The parcel's area is {recorded} m², its geometry has {measured} m²: the figures were adjusted to the first.</source>
        <translation>地块面积为 {recorded} 平方米，其图形为 {measured} 平方米：数值已按前者平差。</translation>
    </message>
    <message>
        <source>The parcel's own geometry was repaired to be measured.</source>
        <translation>地块自身的图形经修复后量算。</translation>
    </message>
    <message>
        <source>The parcels can be listed once all is counted.</source>
        <translation>统计完成后即可列出地块。</translation>
    </message>
    <message>
        <source>The parcels have {found} m² together, the patch {wanted} m².</source>
        <translation>各地块合计 {found} 平方米，图斑为 {wanted} 平方米。</translation>
    </message>
    <message>
        <source>The parcels of a patch fill it without gap and overlap, and their areas add up to it. The smallest parcel and the tolerances are those of the work plan's geometry.json, Tuban's default and not official. Patches with military land are left alone.</source>
        <translation>同一图斑的各地块恰好铺满图斑，没有缝隙和重叠，面积之和等于图斑面积。最小地块和容差取自工作方案的 geometry.json，是 Tuban 的默认值，并非官方规定。涉及军用土地的图斑不动。</translation>
    </message>
    <message>
        <source>The parcels overlap, or do not cover the patch exactly: {amount} m².</source>
        <translation>地块相互重叠，或未恰好覆盖图斑：{amount} 平方米。</translation>
    </message>
    <message>
        <source>The parts are {found} mu together, the parcel has {wanted} mu.</source>
        <translation>各项合计 {found} 亩，地块为 {wanted} 亩。</translation>
    </message>
    <message>
        <source>The patch class is one of the plan's</source>
        <translation>图斑类别属于工作方案规定的类别</translation>
    </message>
    <message>
        <source>The patch has no date for {name} to be compared with.</source>
        <translation>图斑没有日期，无法与 {name} 比较。</translation>
    </message>
    <message>
        <source>The patch has no parcel; divide or restore it.</source>
        <translation>图斑没有地块，请分宗或恢复。</translation>
    </message>
    <message>
        <source>The patch is in the register of military land now. Undo takes it back.</source>
        <translation>该图斑已移入军用土地登记表。可用撤销收回。</translation>
    </message>
    <message>
        <source>The patch is the county's own</source>
        <translation>图斑属于本县</translation>
    </message>
    <message>
        <source>The patch stands here with another outline, month, kind or county. What was issued is never overwritten, so it is left as it is. Ask which of the two was issued.</source>
        <translation>本台账本中该图斑的图形、月份、种类或县与此不同。下发内容不被覆盖，因此保持原样。请核实下发的是哪一个。</translation>
    </message>
    <message>
        <source>The patch was changed in the working file, but was not given to it.</source>
        <translation>分工文件改动了未分给它的图斑。</translation>
    </message>
    <message>
        <source>The patch was handed up by {unit} already. It is left as it is; ask the two which of them it belongs to.</source>
        <translation>该图斑已由 {unit} 上报，保持原样；请向两家核实归属。</translation>
    </message>
    <message>
        <source>The penalties carried out</source>
        <translation>处罚落实</translation>
    </message>
    <message>
        <source>The percentage is Tuban's default in the work plan's oversight.json.</source>
        <translation>比例为工作方案 oversight.json 中的 Tuban 默认。</translation>
    </message>
    <message>
        <source>The photo name {name} has more than {most} characters.</source>
        <translation>照片名 {name} 超过 {most} 个字符。</translation>
    </message>
    <message>
        <source>The photo {file} does not say when it was taken.</source>
        <translation>照片 {file} 没有拍摄时间。</translation>
    </message>
    <message>
        <source>The photo {file} does not say where it was taken.</source>
        <translation>照片 {file} 没有拍摄位置。</translation>
    </message>
    <message>
        <source>The photo {file} does not say which way it looks.</source>
        <translation>照片 {file} 没有方位角。</translation>
    </message>
    <message>
        <source>The photo {file} has no EXIF: neither time nor place nor direction. Chat programs take it away; attach the file from the camera.</source>
        <translation>照片 {file} 没有 EXIF：时间、位置、方位都没有。聊天软件会去掉这些信息，请关联相机中的原文件。</translation>
    </message>
    <message>
        <source>The photo {file} is also one of parcel {other}.</source>
        <translation>照片 {file} 也是地块 {other} 的照片。</translation>
    </message>
    <message>
        <source>The photo {file} is larger than {most} MB.</source>
        <translation>照片 {file} 大于 {most} MB。</translation>
    </message>
    <message>
        <source>The photo {file} is missing or cannot be read.</source>
        <translation>照片 {file} 缺失或无法读取。</translation>
    </message>
    <message>
        <source>The photo {file} is missing: it is not in the package.</source>
        <translation>照片 {file} 找不到：未放入材料包。</translation>
    </message>
    <message>
        <source>The photo {file} is not as it was attached: it is not in the package.</source>
        <translation>照片 {file} 与挂接时不一致：未放入材料包。</translation>
    </message>
    <message>
        <source>The photo {file} is not the one its record names.</source>
        <translation>照片 {file} 与其记录所指的不是同一张。</translation>
    </message>
    <message>
        <source>The photo {file} is not the one that was attached.</source>
        <translation>照片 {file} 不是当初关联的那一张。</translation>
    </message>
    <message>
        <source>The photo {file} is of a kind that is not handed up.</source>
        <translation>照片 {file} 的格式不在上报范围内。</translation>
    </message>
    <message>
        <source>The photo {file} looks {off}° past the parcel.</source>
        <translation>照片 {file} 的朝向偏离地块 {off}°。</translation>
    </message>
    <message>
        <source>The photo {file} shows the same as {first} of parcel {other}.</source>
        <translation>照片 {file} 与地块 {other} 的照片 {first} 画面相同。</translation>
    </message>
    <message>
        <source>The photo {file} was given another stage or station on both sides; it stays as it is here.</source>
        <translation>照片 {file} 的阶段或站点双方都改过，不一致；此处保持不变。</translation>
    </message>
    <message>
        <source>The photo {file} was taken off at the sender's and given a stage here; it stays here.</source>
        <translation>照片 {file} 对方已移除，此处已标注阶段；此处予以保留。</translation>
    </message>
    <message>
        <source>The photo {file} was taken on {day}, before the later image of {image}.</source>
        <translation>照片 {file} 拍摄于 {day}，早于后时相影像日期 {image}。</translation>
    </message>
    <message>
        <source>The photo {file} was taken on {day}: its clock was wrong.</source>
        <translation>照片 {file} 的拍摄日期为 {day}，相机时钟有误。</translation>
    </message>
    <message>
        <source>The photo {file} was taken on {day}; patches of {month} are issued from {first} on.</source>
        <translation>照片 {file} 拍摄于 {day}；{month} 的图斑自 {first} 起下发。</translation>
    </message>
    <message>
        <source>The photo {file} was taken {metres} m from the parcel, but without the offset of Chinese map services (GCJ-02) it is there: the camera wrote their coordinates.</source>
        <translation>照片 {file} 的拍摄位置距地块 {metres} 米；扣除国内地图偏移（GCJ-02）后正好在地块处，相机写入的是偏移坐标。</translation>
    </message>
    <message>
        <source>The photo {file} was taken {metres} m from the parcel; {most} m are allowed.</source>
        <translation>照片 {file} 的拍摄位置距地块 {metres} 米，超过 {most} 米。</translation>
    </message>
    <message>
        <source>The photos are read; nothing is attached yet.</source>
        <translation>正在读取照片，尚未关联。</translation>
    </message>
    <message>
        <source>The picture layer cannot be shown. Choose another one.</source>
        <translation>影像图层无法显示，请另选。</translation>
    </message>
    <message>
        <source>The plan does not know the code {code}.</source>
        <translation>工作方案中没有代码 {code}。</translation>
    </message>
    <message>
        <source>The plan has no basis “{code}”.</source>
        <translation>工作方案没有销号依据“{code}”。</translation>
    </message>
    <message>
        <source>The plan has no category “{code}”.</source>
        <translation>工作方案中没有判定类型“{code}”。</translation>
    </message>
    <message>
        <source>The plan has no finding “{code}”.</source>
        <translation>工作方案没有复核结论“{code}”。</translation>
    </message>
    <message>
        <source>The plan has no list of that year's holidays: only weekends are off.</source>
        <translation>工作方案未列该年节假日：只扣除周末。</translation>
    </message>
    <message>
        <source>The plan has no patch class “{found}”.</source>
        <translation>工作方案中没有图斑类别“{found}”。</translation>
    </message>
    <message>
        <source>The plan has no reason “{code}”.</source>
        <translation>工作方案中没有退回原因“{code}”。</translation>
    </message>
    <message>
        <source>The plan has no way “{code}”.</source>
        <translation>工作方案没有整改方式“{code}”。</translation>
    </message>
    <message>
        <source>The plan itself</source>
        <translation>方案信息</translation>
    </message>
    <message>
        <source>The plan was copied to {folder}.</source>
        <translation>方案已复制到 {folder}。</translation>
    </message>
    <message>
        <source>The plan's checklist has no item “{code}”.</source>
        <translation>工作方案的核验清单没有“{code}”这一项。</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>打印机没有响应。</translation>
    </message>
    <message>
        <source>The project {file} cannot be written: {why}</source>
        <translation>工程 {file} 无法写入：{why}</translation>
    </message>
    <message>
        <source>The queue begins here</source>
        <translation>已是队列的第一个</translation>
    </message>
    <message>
        <source>The queue ends here</source>
        <translation>队列到此结束</translation>
    </message>
    <message>
        <source>The recheck of {parcel} is recorded.</source>
        <translation>{parcel} 的复核结果已记录。</translation>
    </message>
    <message>
        <source>The record has this certificate, it stands, and its facts are unchanged.</source>
        <translation>台账本中有此证明，有效，所证明的内容未变。</translation>
    </message>
    <message>
        <source>The record no longer says what was certified.</source>
        <translation>台账本现有内容与所证明的内容已不一致。</translation>
    </message>
    <message>
        <source>The records in {file} are damaged.</source>
        <translation>{file} 中的记录已损坏。</translation>
    </message>
    <message>
        <source>The records in {file} were written by a newer Tuban. Update Tuban to read them.</source>
        <translation>{file} 中的记录由更新版本的 Tuban 写成，请升级 Tuban 后再读取。</translation>
    </message>
    <message>
        <source>The rectification answers the verdict of today</source>
        <translation>整改与现行判定一致</translation>
    </message>
    <message>
        <source>The recultivated area</source>
        <translation>复耕到位面积</translation>
    </message>
    <message>
        <source>The rest: yes</source>
        <translation>其余均为“是”</translation>
    </message>
    <message>
        <source>The rules are those of the casebook's work plan; a package that was written under another description is told so. A military patch in a package is an error.</source>
        <translation>规则取自台账本的工作方案；按其他格式说明编制的成果包会予以说明。成果包中有军用图斑即为错误。</translation>
    </message>
    <message>
        <source>The rules are those of the work plan's rules.json, in their order; each says where it comes from. Where evidence is missing the parcel is in doubt. Imagery is a clue and no evidence: what is on the ground has to be recorded first.</source>
        <translation>规则及其次序见工作方案的 rules.json，每条注明出处。证据不足的地块为存疑。影像只是线索，不是证据：实地情况须先录入。</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>The same as row {row}.</source>
        <translation>与第 {row} 行相同。</translation>
    </message>
    <message>
        <source>The same number</source>
        <translation>编号相同</translation>
    </message>
    <message>
        <source>The same parcel number</source>
        <translation>地块编号相同</translation>
    </message>
    <message>
        <source>The same patch number</source>
        <translation>图斑编号相同</translation>
    </message>
    <message>
        <source>The same place</source>
        <translation>同一位置</translation>
    </message>
    <message>
        <source>The same place from this share</source>
        <translation>视为同一位置的最低占比</translation>
    </message>
    <message>
        <source>The same text in many patches</source>
        <translation>多个图斑文字雷同</translation>
    </message>
    <message>
        <source>The same when it differs by at most</source>
        <translation>差异不超过即为同一张</translation>
    </message>
    <message>
        <source>The sheet says something else than the record</source>
        <translation>证明与台账本不符</translation>
    </message>
    <message>
        <source>The sheet that is read; empty: all of them.</source>
        <translation>读取的工作表；留空：全部。</translation>
    </message>
    <message>
        <source>The signature of {file} is wrong: its manifest was changed.</source>
        <translation>{file} 的签名不符：其清单被改动过。</translation>
    </message>
    <message>
        <source>The system has no public interface. Its columns are those of the work plan's supervision.json, seen in practice, and an office corrects them there. Military land is left out.</source>
        <translation>系统没有公开接口。各列取自工作方案的 supervision.json（据已见系统整理），单位可在其中修改。不含军用土地。</translation>
    </message>
    <message>
        <source>The table has no column {missing}.</source>
        <translation>表中缺少列 {missing}。</translation>
    </message>
    <message>
        <source>The table has no rows.</source>
        <translation>表中没有数据行。</translation>
    </message>
    <message>
        <source>The table is no export that the work plan describes. They are known by these columns: {known}.</source>
        <translation>该表不是工作方案所述的导出表。导出表按下列列名识别：{known}。</translation>
    </message>
    <message>
        <source>The table {name} has no column {columns}.</source>
        <translation>表 {name} 没有字段 {columns}。</translation>
    </message>
    <message>
        <source>The tables are those of the work plan's statistics.json, which says where each is from. The final verdict counts, else the city's, else the county's. Parents and children of a division are never counted together; military and mineral patches are not counted. A parcel without figures adds nothing and is told as unknown.</source>
        <translation>统计表取自工作方案的 statistics.json，各注明来源。依次采用最终判定、市级判定、县级判定。分宗前后的地块不重复计；军用土地图斑和矿产图斑不计。没有套合数据的地块不计入面积，并单列为未知。</translation>
    </message>
    <message>
        <source>The template {file} cannot be used: {reason}.</source>
        <translation>模板 {file} 不能使用：{reason}。</translation>
    </message>
    <message>
        <source>The template {file} cannot be used: {why}.</source>
        <translation>模板 {file} 无法使用：{why}。</translation>
    </message>
    <message>
        <source>The terms are those of the work plan's cases.json, each with its source. The day of the event does not count. Working days leave out the weekends and holidays of the work plan's list; of a year that it does not list only the weekends, and the row says so. Days that a case records as not counting (a hearing, an appraisal, a public notice) move the terms that the work plan names, and the row says which and why.</source>
        <translation>期限按工作方案的 cases.json，各有来源。起算当日不计入。工作日扣除周末和工作方案所列节假日（调休上班日计入）；未列年份只扣除周末，并在该行注明。案件登记的不计入时间（听证、鉴定、公告等）使方案列明的期限顺延，该行注明哪些天、为什么。</translation>
    </message>
    <message>
        <source>The texts of {file} can be read as GBK and as UTF-8. Choose one.</source>
        <translation>{file} 的文本按 GBK 和 UTF-8 都能读取，请选择其一。</translation>
    </message>
    <message>
        <source>The texts of {file} can be read as GBK and as UTF-8; they were read as {encoding}.</source>
        <translation>{file} 的文本按 GBK 和 UTF-8 都能读取，已按 {encoding} 读取。</translation>
    </message>
    <message>
        <source>The thresholds are Tuban's defaults in the work plan's oversight.json.</source>
        <translation>阈值为工作方案 oversight.json 中的 Tuban 默认。</translation>
    </message>
    <message>
        <source>The thresholds are those of the work plan's must_visit.json, and a patch is measured whole, however it is divided. Military patches are left out. Positions are CGCS2000.</source>
        <translation>阈值取自工作方案的 must_visit.json；图斑按整体计算，不因分宗而低于阈值。军用图斑不列入。坐标为 CGCS2000。</translation>
    </message>
    <message>
        <source>The toolbox's “Link patches to earlier work” can be told so.</source>
        <translation>可在工具箱的“关联往期图斑”中指定。</translation>
    </message>
    <message>
        <source>The verdict asks {count} things; {left} are missing. Saving is always possible, submission is not while something is missing.</source>
        <translation>该判定须填 {count} 项，尚缺 {left} 项。随时可以保存；未填全不能上报。</translation>
    </message>
    <message>
        <source>The verdict differs from the proposal: give the reason.</source>
        <translation>判定与建议不同：请写明理由。</translation>
    </message>
    <message>
        <source>The verdict gives no reason.</source>
        <translation>判定没有填写判断依据。</translation>
    </message>
    <message>
        <source>The verdict has its subcategory</source>
        <translation>判定已填细类</translation>
    </message>
    <message>
        <source>The verdict is one of the plan's</source>
        <translation>判定类型属于工作方案规定的类型</translation>
    </message>
    <message>
        <source>The verdict that counts is no illegal one now.</source>
        <translation>现有效判定不是违法。</translation>
    </message>
    <message>
        <source>The verdict “{code}” was given under the plan {plan}; this plan does not have it. Judge again.</source>
        <translation>判定“{code}”系按方案 {plan} 作出，本方案没有该类别，请重新判定。</translation>
    </message>
    <message>
        <source>The ways of putting right are the plan's</source>
        <translation>整改方式为工作方案所列</translation>
    </message>
    <message>
        <source>The work plan has no paper “{code}”; it has {known}.</source>
        <translation>工作方案中没有文稿“{code}”；有的是 {known}。</translation>
    </message>
    <message>
        <source>The work plan has no rules for patches of this kind.</source>
        <translation>工作方案没有这一类图斑的规则。</translation>
    </message>
    <message>
        <source>The work plan has no table “{code}”; it has {known}.</source>
        <translation>工作方案没有统计表“{code}”；有 {known}。</translation>
    </message>
    <message>
        <source>The workbook to write.</source>
        <translation>要写出的工作簿。</translation>
    </message>
    <message>
        <source>The working file's GeoPackage.</source>
        <translation>分工文件（GeoPackage）。</translation>
    </message>
    <message>
        <source>The year</source>
        <translation>全年</translation>
    </message>
    <message>
        <source>The year's rules, by the name of their folder.</source>
        <translation>年度规则，以其文件夹名表示。</translation>
    </message>
    <message>
        <source>The zip as it was received.</source>
        <translation>收到的 zip 文件。</translation>
    </message>
    <message>
        <source>The zip file that the county handed up.</source>
        <translation>县级上报的 zip 文件。</translation>
    </message>
    <message>
        <source>The zip file with the city's feedback.</source>
        <translation>市级反馈的 zip 文件。</translation>
    </message>
    <message>
        <source>The {count} parcels in the list</source>
        <translation>列表中的 {count} 个地块</translation>
    </message>
    <message>
        <source>Their outlines (EPSG:4490), a row each.</source>
        <translation>地块范围（EPSG:4490），一个地块一行。</translation>
    </message>
    <message>
        <source>Their pieces are undecided again; the verdict stays in the journal.</source>
        <translation>分出的地块重新成为未判定；原判定保留在日志中。</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>There are no overlay figures; run the overlay.</source>
        <translation>没有套合数值，请运行套合。</translation>
    </message>
    <message>
        <source>There are no patches of {month}.</source>
        <translation>{month} 没有图斑。</translation>
    </message>
    <message>
        <source>There are no photos there.</source>
        <translation>没有找到照片。</translation>
    </message>
    <message>
        <source>There are parcels around, but none near enough that it points at.</source>
        <translation>周围有地块，但没有足够近且照片所朝向的。</translation>
    </message>
    <message>
        <source>There are {count} photos; {least} at least are wanted.</source>
        <translation>照片 {count} 张，至少应有 {least} 张。</translation>
    </message>
    <message>
        <source>There is a work plan “{plan}” already.</source>
        <translation>已有名为“{plan}”的工作方案。</translation>
    </message>
    <message>
        <source>There is no case {case} now.</source>
        <translation>现在没有案件 {case}。</translation>
    </message>
    <message>
        <source>There is no casebook {file}.</source>
        <translation>没有台账本 {file}。</translation>
    </message>
    <message>
        <source>There is no certificate {number}.</source>
        <translation>没有编号为 {number} 的证明。</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>没有文件 {file}。</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>没有文件夹 {folder}。</translation>
    </message>
    <message>
        <source>There is no land patch of {month} to hand up.</source>
        <translation>{month} 没有可上报的土地图斑。</translation>
    </message>
    <message>
        <source>There is no layer for {role}: its figures stay unknown.</source>
        <translation>没有“{role}”图层，其数值保持未知。</translation>
    </message>
    <message>
        <source>There is no layer {layer}: its figure is unknown.</source>
        <translation>没有图层 {layer}：其数值未知。</translation>
    </message>
    <message>
        <source>There is no paper for it.</source>
        <translation>没有相应的文稿。</translation>
    </message>
    <message>
        <source>There is no parcel behind this figure.</source>
        <translation>该数字背后没有地块。</translation>
    </message>
    <message>
        <source>There is no parcel {number} in the casebook.</source>
        <translation>台账本中没有地块 {number}。</translation>
    </message>
    <message>
        <source>There is no parcel {number} to be counted.</source>
        <translation>没有可统计的地块 {number}。</translation>
    </message>
    <message>
        <source>There is no parcel {parcel} now: it was divided, or put together with another. Look at the list again.</source>
        <translation>现在没有地块 {parcel}：它已被分割，或已与其他地块合并。请重新查看列表。</translation>
    </message>
    <message>
        <source>There is no patch {patch}.</source>
        <translation>没有图斑 {patch}。</translation>
    </message>
    <message>
        <source>There is no photo of the field check.</source>
        <translation>没有外业核查照片。</translation>
    </message>
    <message>
        <source>There is no picture in {folder} that is not in the project already.</source>
        <translation>{folder} 中没有尚未加入工程的影像。</translation>
    </message>
    <message>
        <source>There is no polygon layer in the project, and no base data yet.</source>
        <translation>项目中没有面图层，也还没有底图数据。</translation>
    </message>
    <message>
        <source>There is no record of its field check.</source>
        <translation>没有外业核查记录。</translation>
    </message>
    <message>
        <source>There is no room on the disk to unpack {file}. Free some space and try again.</source>
        <translation>磁盘空间不足，无法解压 {file}。请释放空间后重试。</translation>
    </message>
    <message>
        <source>There is no work plan named “{plan}”.</source>
        <translation>没有名为“{plan}”的工作方案。</translation>
    </message>
    <message>
        <source>There is nothing of {unit} in {month}.</source>
        <translation>{month} 没有 {unit} 的内容。</translation>
    </message>
    <message>
        <source>There is nothing to go back to</source>
        <translation>没有可以返回的图斑</translation>
    </message>
    <message>
        <source>These patches are in no package, output or report and not on the map. Print the register and deliver it confidentially by hand (机要); do not send it over a network. The official form is not known: words and headings are in the plan's military.json.</source>
        <translation>这些图斑不进入成果包、输出和报表，也不在地图图层中显示。登记表打印后以机要方式单独上报，不得通过网络传输。官方表式未公开，表中文字和列名见工作方案的 military.json。</translation>
    </message>
    <message>
        <source>They are filled in by {day} ({origin}).</source>
        <translation>填报截止 {day}（{origin}）。</translation>
    </message>
    <message>
        <source>They work in the dock and on the map, and are changed under Settings ▸ Keyboard Shortcuts. Where text is typed, they type.</source>
        <translation>在核查面板和地图上均可使用，可在“设置 ▸ 键盘快捷键”中修改；在文本框中仍为正常输入。</translation>
    </message>
    <message>
        <source>Things new or changed</source>
        <translation>新增或有变化的内容数</translation>
    </message>
    <message>
        <source>This QGIS reads GeoPackages with another SQLite than its Python does. The casebook's layers are not shown, because that could damage the casebook.</source>
        <translation>本 QGIS 读取 GeoPackage 所用的 SQLite 与其 Python 所用的不是同一个。为避免损坏台账本，不显示台账本图层。</translation>
    </message>
    <message>
        <source>This casebook</source>
        <translation>本台账</translation>
    </message>
    <message>
        <source>This casebook can only be read.</source>
        <translation>该台账本只能读取。</translation>
    </message>
    <message>
        <source>This casebook has no certificate {number}: it was never issued here.</source>
        <translation>本台账本中没有编号为 {number} 的证明：此处从未出具。</translation>
    </message>
    <message>
        <source>This file is not a casebook of Tuban.</source>
        <translation>该文件不是图斑插件的台账本。</translation>
    </message>
    <message>
        <source>This is an old case of the ledger; the dock has none of it.</source>
        <translation>这是台账中的往年案件，核查面板中没有该地块。</translation>
    </message>
    <message>
        <source>This is neither the text of a certificate's QR code nor a number such as {example}.</source>
        <translation>这既不是到位证明二维码的内容，也不是 {example} 这样的编号。</translation>
    </message>
    <message>
        <source>This is not for the {office} to do.</source>
        <translation>这不是{office}办理的事项。</translation>
    </message>
    <message>
        <source>This is the working file “{name}”; merge it into its casebook, and write the package from there.</source>
        <translation>这是分工文件“{name}”；请先并回其台账本，再从那里写出。</translation>
    </message>
    <message>
        <source>This parcel: {number}</source>
        <translation>当前地块：{number}</translation>
    </message>
    <message>
        <source>This plan</source>
        <translation>本方案</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>面积标准</translation>
    </message>
    <message>
        <source>Thresholds count in mu as on the forms or from whole m², whichever is larger; they and their source are in the work plan. Tuban's own list, not official.</source>
        <translation>阈值按表式所示亩数或由平方米换算的亩数中较大者比较；阈值及其出处见工作方案。本表为 Tuban 默认表式，非官方表式。</translation>
    </message>
    <message>
        <source>Thresholds reached</source>
        <translation>达到的阈值</translation>
    </message>
    <message>
        <source>Thresholds that areas reach</source>
        <translation>区域达到的阈值</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全部勾选</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Tick what is under way</source>
        <translation>勾选整改中的</translation>
    </message>
    <message>
        <source>Ticks the parcel that the dock shows, if it is in the list.</source>
        <translation>勾选核查面板当前显示的地块（如在列表中）。</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>瓦片数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>To answer before submission: {what}</source>
        <translation>上报前须填：{what}</translation>
    </message>
    <message>
        <source>To be answered yes or no: {flags}.</source>
        <translation>须填“是”或“否”：{flags}。</translation>
    </message>
    <message>
        <source>To be corrected</source>
        <translation>待纠正</translation>
    </message>
    <message>
        <source>To be corrected by</source>
        <translation>纠正期限</translation>
    </message>
    <message>
        <source>To be filled in and handed up</source>
        <translation>待填报、上报</translation>
    </message>
    <message>
        <source>To be frozen</source>
        <translation>应冻结</translation>
    </message>
    <message>
        <source>To be frozen (mu)</source>
        <translation>应冻结（亩）</translation>
    </message>
    <message>
        <source>To be frozen since</source>
        <translation>应冻结自</translation>
    </message>
    <message>
        <source>To be handed up</source>
        <translation>待上报</translation>
    </message>
    <message>
        <source>To be put right by</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>To be put right soonest</source>
        <translation>整改期限最近优先</translation>
    </message>
    <message>
        <source>To be recorded</source>
        <translation>待记录</translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>To be set free</source>
        <translation>应解冻</translation>
    </message>
    <message>
        <source>To be set free since</source>
        <translation>可解冻自</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>接收单位</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Total, mu</source>
        <translation>合计（亩）</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>Township unknown</source>
        <translation>乡镇不明</translation>
    </message>
    <message>
        <source>Transfer to {receiver}: received before it was sent.</source>
        <translation>移送{receiver}：签收日期早于移送日期。</translation>
    </message>
    <message>
        <source>Transfer to {receiver}: {what} is missing.</source>
        <translation>移送{receiver}：缺少{what}。</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>移送移交</translation>
    </message>
    <message>
        <source>Transfers of the case</source>
        <translation>案件移送</translation>
    </message>
    <message>
        <source>True when it is genuine</source>
        <translation>真实有效时为真</translation>
    </message>
    <message>
        <source>True when it was merged</source>
        <translation>已并入时为真</translation>
    </message>
    <message>
        <source>True when nothing was found</source>
        <translation>没有发现问题时为真</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Tuban</source>
        <translation>图斑</translation>
    </message>
    <message>
        <source>Tuban (satellite law enforcement)</source>
        <translation>图斑（卫片执法）</translation>
    </message>
    <message>
        <source>Tuban's default</source>
        <translation>Tuban 默认</translation>
    </message>
    <message>
        <source>Tuban's default, not official</source>
        <translation>本插件默认值，非官方规定</translation>
    </message>
    <message>
        <source>Tuban's own form, not official.</source>
        <translation>本表为 Tuban 自定表式，非官方表式。</translation>
    </message>
    <message>
        <source>Tuban: counties</source>
        <translation>Tuban：各县（市、区）</translation>
    </message>
    <message>
        <source>Tuban: {caption}</source>
        <translation>图斑：{caption}</translation>
    </message>
    <message>
        <source>Two offices have written {number} on a certificate: one for {parcel}, one for {other}. Both are kept; they differ by office, year and serial.</source>
        <translation>两个单位的证明编号都写作 {number}：一份对应 {parcel}，一份对应 {other}。两份都保留，以出具单位、年度和序号区分。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>变化类型</translation>
    </message>
    <message>
        <source>Type of evidence</source>
        <translation>举证类型</translation>
    </message>
    <message>
        <source>Type of value</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Typical cases</source>
        <translation>典型案例</translation>
    </message>
    <message>
        <source>Typical cases besides those of the plan's rules</source>
        <translation>典型案例（在方案规则选取之外另选）</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Uncovered</source>
        <translation>未覆盖</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Undone: {what} · {number}</source>
        <translation>已撤销：{what} · {number}</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Unit of area</source>
        <translation>面积单位</translation>
    </message>
    <message>
        <source>Unit of areas</source>
        <translation>面积单位</translation>
    </message>
    <message>
        <source>Unit of the area</source>
        <translation>面积单位</translation>
    </message>
    <message>
        <source>Unit of the issued area</source>
        <translation>下发面积单位</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Units of areas</source>
        <translation>面积单位</translation>
    </message>
    <message>
        <source>Units that hand up</source>
        <translation>上报单位</translation>
    </message>
    <message>
        <source>Units, days and what is due as sheets in Chinese.</source>
        <translation>单位进度、逐日进度和待办清单，中文工作表。</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>编号不存在</translation>
    </message>
    <message>
        <source>Unless</source>
        <translation>除非</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未利用地</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>以内</translation>
    </message>
    <message>
        <source>Urban boundary</source>
        <translation>城镇开发边界</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Use of the result</source>
        <translation>应用事项</translation>
    </message>
    <message>
        <source>Use this plan</source>
        <translation>使用此方案</translation>
    </message>
    <message>
        <source>Used as</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>用户手册</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Value lists</source>
        <translation>取值表</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Verdict categories</source>
        <translation>判定类型</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Verdicts are being recorded.</source>
        <translation>正在录入判定。</translation>
    </message>
    <message>
        <source>Verdicts from an edited form</source>
        <translation>录入改过的判定表</translation>
    </message>
    <message>
        <source>Verdicts from an edited form…</source>
        <translation>录入改过的判定表…</translation>
    </message>
    <message>
        <source>Verdicts on mineral patches are answered for</source>
        <translation>矿产图斑判定的填报项已填</translation>
    </message>
    <message>
        <source>Verdicts recorded</source>
        <translation>已记录判定数</translation>
    </message>
    <message>
        <source>Verdicts that were given keep the plan they were given under. Nothing is judged again by itself.</source>
        <translation>已作的判定仍按当时的方案，不会自动重新判定。</translation>
    </message>
    <message>
        <source>Verdicts were made under this plan</source>
        <translation>判定依据本工作方案作出</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Verify a certificate</source>
        <translation>核对到位证明</translation>
    </message>
    <message>
        <source>Verify a certificate…</source>
        <translation>核验到位证明…</translation>
    </message>
    <message>
        <source>Verify casebook</source>
        <translation>核验台账本</translation>
    </message>
    <message>
        <source>Verify certificate</source>
        <translation>核对到位证明</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Visited by</source>
        <translation>核查级别</translation>
    </message>
    <message>
        <source>Visits on the ground, thresholds</source>
        <translation>外业核查面积标准</translation>
    </message>
    <message>
        <source>Wait at most</source>
        <translation>最长等待</translation>
    </message>
    <message>
        <source>Wait until this has finished: {work}</source>
        <translation>请等待以下工作完成：{work}</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Wants a second look</source>
        <translation>需复看</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Warning notice</source>
        <translation>预警提醒函</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>核查方式</translation>
    </message>
    <message>
        <source>Way of putting right</source>
        <translation>整改方式</translation>
    </message>
    <message>
        <source>Waypoints and route (GPX)</source>
        <translation>航点和路线（GPX）</translation>
    </message>
    <message>
        <source>Ways and column names are those of the work plan's rectification.json. A measure answers the verdict that counts; what is certified or closed is not changed.</source>
        <translation>整改方式和列名取自工作方案的 rectification.json。措施对应现行判定；已出具证明或已销号的不再改动。</translation>
    </message>
    <message>
        <source>Ways of a field check that are visits</source>
        <translation>计为实地核查的核查方式</translation>
    </message>
    <message>
        <source>Ways of checking</source>
        <translation>核查方式</translation>
    </message>
    <message>
        <source>Ways, what each needs, the cut-off and the tolerances are those of the work plan's rectification.json and calendar.json. No figure is changed by a check.</source>
        <translation>整改方式、所需材料、时间节点和限值为工作方案 rectification.json 和 calendar.json 所列。检查不改任何数。</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Weekends only</source>
        <translation>仅扣周末</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What I did today</source>
        <translation>我今天做了什么</translation>
    </message>
    <message>
        <source>What a mu is, and which words mark military land.</source>
        <translation>亩的换算，以及标记军用土地的词。</translation>
    </message>
    <message>
        <source>What a scanner or phone reads from the code; or the number as it is printed.</source>
        <translation>扫码枪或手机扫出的内容，或证明上印的编号。</translation>
    </message>
    <message>
        <source>What a verdict must answer</source>
        <translation>判定必答项</translation>
    </message>
    <message>
        <source>What allows it</source>
        <translation>销号依据</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>制止情况</translation>
    </message>
    <message>
        <source>What came of the stop</source>
        <translation>制止情况</translation>
    </message>
    <message>
        <source>What has to be complete</source>
        <translation>应齐全的事项</translation>
    </message>
    <message>
        <source>What has to be corrected</source>
        <translation>须纠正的内容</translation>
    </message>
    <message>
        <source>What has to be done</source>
        <translation>应办事项</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假定整改</translation>
    </message>
    <message>
        <source>What if: {count} parcels, {mu} mu cultivated, taken as put right by {cutoff}. Nothing is recorded.</source>
        <translation>假定：{count} 个地块、耕地 {mu} 亩在 {cutoff} 前整改到位。不作任何记录。</translation>
    </message>
    <message>
        <source>What is deducted</source>
        <translation>扣减的面积</translation>
    </message>
    <message>
        <source>What is done has all that it needs</source>
        <translation>已完成的整改材料齐全</translation>
    </message>
    <message>
        <source>What is done has its day, and it has come</source>
        <translation>已完成的整改有日期且不晚于今日</translation>
    </message>
    <message>
        <source>What is done was done by the cut-off</source>
        <translation>整改在时间节点前完成</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>到期事项</translation>
    </message>
    <message>
        <source>What is handed up or sent back is signed with this office's key, which stays in QGIS's authentication store. Give the public key to the receiver on another way than the package, and enter theirs below.</source>
        <translation>上报和反馈的文件用本单位的密钥签名，密钥只存于 QGIS 的认证库。请把公钥通过成果包之外的途径交给接收方，并在下表填入对方的公钥。</translation>
    </message>
    <message>
        <source>What is in place fulfils the checklist</source>
        <translation>核验到位的清单各项具备</translation>
    </message>
    <message>
        <source>What is looked at on the ground</source>
        <translation>实地核验清单</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>未到位之处</translation>
    </message>
    <message>
        <source>What is missing has to be written out.</source>
        <translation>未到位的必须写明缺什么。</translation>
    </message>
    <message>
        <source>What is not in place has to be written out.</source>
        <translation>初验未到位的必须写明情况。</translation>
    </message>
    <message>
        <source>What is not so</source>
        <translation>不具备的</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>记录内容</translation>
    </message>
    <message>
        <source>What is recorded of {subject} names military land; take it out before it is handed on.</source>
        <translation>{subject}的记录中提到军用土地，请先改掉再交出。</translation>
    </message>
    <message>
        <source>What is to stand</source>
        <translation>以哪个为准</translation>
    </message>
    <message>
        <source>What is told</source>
        <translation>比对结果</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What it is called in the record, such as a programme; empty: the file's name.</source>
        <translation>记录中的名称，如监测项目名；留空为文件名。</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>所需材料</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>What it says of divided patches</source>
        <translation>被拆分图斑的写法</translation>
    </message>
    <message>
        <source>What photos must be</source>
        <translation>照片要求</translation>
    </message>
    <message>
        <source>What should be covered: a county, towns, patches.</source>
        <translation>应被覆盖的范围：县、乡镇、图斑。</translation>
    </message>
    <message>
        <source>What stops the terms</source>
        <translation>因何不计入</translation>
    </message>
    <message>
        <source>What the map does from patch to patch</source>
        <translation>换图斑时地图怎样移动</translation>
    </message>
    <message>
        <source>What the patches are about: 0 land, 1 mineral.</source>
        <translation>图斑种类：0 土地，1 矿产。</translation>
    </message>
    <message>
        <source>What the recheck found</source>
        <translation>复核结论</translation>
    </message>
    <message>
        <source>What the rows are.</source>
        <translation>表的行按什么分列。</translation>
    </message>
    <message>
        <source>What the submission checks found</source>
        <translation>上报检查结果</translation>
    </message>
    <message>
        <source>What was drawn cannot be used: {why}.</source>
        <translation>所画范围不能用：{why}。</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>现场描述</translation>
    </message>
    <message>
        <source>What was found, by line</source>
        <translation>核对结果，逐行</translation>
    </message>
    <message>
        <source>What was not put right</source>
        <translation>拒不修改的事项</translation>
    </message>
    <message>
        <source>What was noticed, by line</source>
        <translation>需注意的情况（每行一条）</translation>
    </message>
    <message>
        <source>What was returned is corrected by the day the work plan sets.</source>
        <translation>退回的图斑须在工作方案规定的日期前纠正。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When each is due stands in the work plan's calendar.json.</source>
        <translation>报送时限见工作方案的 calendar.json。</translation>
    </message>
    <message>
        <source>When fitting, show</source>
        <translation>缩放时显示范围</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Where both sides changed the same</source>
        <translation>双方都改过时</translation>
    </message>
    <message>
        <source>Where both sides changed the same, for all:</source>
        <translation>双方都改动的，全部采用：</translation>
    </message>
    <message>
        <source>Where facts come from</source>
        <translation>取数来源</translation>
    </message>
    <message>
        <source>Where figures are from</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Where in the paper</source>
        <translation>在文稿中的位置</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>整改阶段</translation>
    </message>
    <message>
        <source>Where the term is from</source>
        <translation>期限依据</translation>
    </message>
    <message>
        <source>Where the town is named</source>
        <translation>乡镇取自</translation>
    </message>
    <message>
        <source>Where to put list and package; their names are set by the work plan.</source>
        <translation>清单和反馈包的存放位置；文件名由工作方案规定。</translation>
    </message>
    <message>
        <source>Where to put the dossiers; each is named after its parcel.</source>
        <translation>档案存放的文件夹；按地块编号命名。</translation>
    </message>
    <message>
        <source>Where to put the files; those of the same name are replaced.</source>
        <translation>存放文件的文件夹；同名文件会被替换。</translation>
    </message>
    <message>
        <source>Where to put the package; its file name is set by the work plan.</source>
        <translation>成果包的存放位置；文件名由工作方案规定。</translation>
    </message>
    <message>
        <source>Where to put the sheets; each is named after its parcel.</source>
        <translation>存放核查表的文件夹；文件以地块编号命名。</translation>
    </message>
    <message>
        <source>Where to put the templates.</source>
        <translation>模板放在哪里。</translation>
    </message>
    <message>
        <source>Where to put the three files.</source>
        <translation>三个文件存放的文件夹。</translation>
    </message>
    <message>
        <source>Where to put the working files; photos go with them.</source>
        <translation>分工文件的存放位置；照片随同复制。</translation>
    </message>
    <message>
        <source>Where to put them; each is named after its parcel and number.</source>
        <translation>存放位置；每份按地块编号和证明编号命名。</translation>
    </message>
    <message>
        <source>Where to write the findings, as .xlsx or .pdf for people or .json for programs.</source>
        <translation>检查结果写到哪里：给人看用 .xlsx 或 .pdf，给程序用 .json。</translation>
    </message>
    <message>
        <source>Whether it is closed</source>
        <translation>是否销号</translation>
    </message>
    <message>
        <source>Which chart or map</source>
        <translation>哪种图</translation>
    </message>
    <message>
        <source>Which counts</source>
        <translation>以何者为准</translation>
    </message>
    <message>
        <source>Which day</source>
        <translation>哪一日</translation>
    </message>
    <message>
        <source>Which export it is</source>
        <translation>导出表种类</translation>
    </message>
    <message>
        <source>Which field holds what, where the names are unusual: number, county_code, county_name, patch_class, change_type, before_date, after_date, issued_area, month or remark, each followed by the field's name.</source>
        <translation>字段名不常见时，指明各字段的含义：number、county_code、county_name、patch_class、change_type、before_date、after_date、issued_area、month 或 remark，其后各跟字段名。</translation>
    </message>
    <message>
        <source>Which layer, where the file has several; empty: its only one.</source>
        <translation>文件含多个图层时指定其中之一；只有一个图层时留空。</translation>
    </message>
    <message>
        <source>Which terms</source>
        <translation>顺延的期限</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Who does it has to be named.</source>
        <translation>请填写经办人。</translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation>各级权限</translation>
    </message>
    <message>
        <source>Who may revoke is in the plan's rectification.json: the city. A certificate is never changed or taken out of the casebook.</source>
        <translation>谁可以撤销见方案的 rectification.json：市级。证明从不改动，也不从台账本中删去。</translation>
    </message>
    <message>
        <source>Who stands by a verdict has to say why.</source>
        <translation>坚持原判定须说明理由。</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>总数</translation>
    </message>
    <message>
        <source>Whose casebook</source>
        <translation>台账本归属</translation>
    </message>
    <message>
        <source>Whose turn</source>
        <translation>办理方</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why it is not filed</source>
        <translation>不予立案原因</translation>
    </message>
    <message>
        <source>Why it is reopened has to be said.</source>
        <translation>请填写重新打开的原因。</translation>
    </message>
    <message>
        <source>Why it is right as it is</source>
        <translation>维持的理由</translation>
    </message>
    <message>
        <source>Why it is visited</source>
        <translation>核查理由</translation>
    </message>
    <message>
        <source>Why somebody should look again</source>
        <translation>需要复看的原因</translation>
    </message>
    <message>
        <source>Why they are revoked; it stays in the record and is said when one is verified.</source>
        <translation>撤销的原因；留在台账本中，核对证明时说明。</translation>
    </message>
    <message>
        <source>Why they do not count</source>
        <translation>不计入的原因</translation>
    </message>
    <message>
        <source>Why, and what is worth reading</source>
        <translation>原因和须留意之处</translation>
    </message>
    <message>
        <source>Why, and what was left open</source>
        <translation>原因和未读出的内容</translation>
    </message>
    <message>
        <source>Why? It stays in the record:</source>
        <translation>撤销原因（原证明保留在案）：</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>列宽</translation>
    </message>
    <message>
        <source>With a comment</source>
        <translation>有备注</translation>
    </message>
    <message>
        <source>With a reason</source>
        <translation>须写明理由</translation>
    </message>
    <message>
        <source>With remarks</source>
        <translation>仅有提示的</translation>
    </message>
    <message>
        <source>Withdraw the answers to the flags</source>
        <translation>撤回“六个是否”的回答</translation>
    </message>
    <message>
        <source>Without a land-use layer there is nothing to lay parcels over.</source>
        <translation>没有地类图层，无法对地块进行套合。</translation>
    </message>
    <message>
        <source>Without a record</source>
        <translation>无记录时</translation>
    </message>
    <message>
        <source>Without an open casebook there are no verdicts to compare.</source>
        <translation>未打开台账本，没有可比较的判定。</translation>
    </message>
    <message>
        <source>Without this it is not in place.</source>
        <translation>此项不具备则不到位。</translation>
    </message>
    <message>
        <source>Word (*.docx)</source>
        <translation>Word (*.docx)</translation>
    </message>
    <message>
        <source>Word files cannot be written: the Python library lxml is missing here ({why}). It comes with QGIS; install QGIS anew or ask whoever looks after this computer.</source>
        <translation>无法生成 Word 文件：本机缺少 Python 库 lxml（{why}）。它随 QGIS 安装；请重新安装 QGIS，或联系本机的维护人员。</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>措辞</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>用词</translation>
    </message>
    <message>
        <source>Words for nothing</source>
        <translation>表示“无”的写法</translation>
    </message>
    <message>
        <source>Words of answers</source>
        <translation>填写用词</translation>
    </message>
    <message>
        <source>Words of totals</source>
        <translation>合计行的写法</translation>
    </message>
    <message>
        <source>Words that mark it</source>
        <translation>标记词</translation>
    </message>
    <message>
        <source>Words where the seal goes</source>
        <translation>盖章处文字</translation>
    </message>
    <message>
        <source>Words within lines</source>
        <translation>行内文字</translation>
    </message>
    <message>
        <source>Work plan</source>
        <translation>工作方案</translation>
    </message>
    <message>
        <source>Work plan · {plan}</source>
        <translation>工作方案 · {plan}</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx);;PDF (*.pdf);;JSON (*.json)</source>
        <translation>工作簿 (*.xlsx);;PDF (*.pdf);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Workbook (xlsx)</source>
        <translation>工作簿（xlsx）</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>按工作日</translation>
    </message>
    <message>
        <source>Working file</source>
        <translation>分工文件</translation>
    </message>
    <message>
        <source>Working files are being written.</source>
        <translation>正在生成分工文件。</translation>
    </message>
    <message>
        <source>Working files made</source>
        <translation>生成的分工文件数</translation>
    </message>
    <message>
        <source>Write PDF</source>
        <translation>写出 PDF</translation>
    </message>
    <message>
        <source>Write PDF…</source>
        <translation>写出 PDF…</translation>
    </message>
    <message>
        <source>Write a seed: any words or numbers.</source>
        <translation>请填写种子：任意文字或数字。</translation>
    </message>
    <message>
        <source>Write dossiers…</source>
        <translation>写出图斑档案…</translation>
    </message>
    <message>
        <source>Write feedback (city)</source>
        <translation>导出反馈（市级）</translation>
    </message>
    <message>
        <source>Write feedback…</source>
        <translation>生成审核反馈…</translation>
    </message>
    <message>
        <source>Write look-alike characters the plain way</source>
        <translation>改写形近字符</translation>
    </message>
    <message>
        <source>Write package…</source>
        <translation>生成成果包…</translation>
    </message>
    <message>
        <source>Write the table of matches and attach nothing.</source>
        <translation>只写出匹配结果表，不关联照片。</translation>
    </message>
    <message>
        <source>Write working files…</source>
        <translation>生成分工文件…</translation>
    </message>
    <message>
        <source>Writes a dossier (PDF) for each parcel of a month.
It shows the parcel before and after with scale, north and the dates and sources of the imagery, the overlay, proposal and verdicts with the rules behind them, evidence, photos with their directions, field check, cases, reviews, earlier work, the corners' coordinates, the history, and the hashes that it can be checked by. Nothing is recorded.</source>
        <translation>为一个月的每个地块写出一份档案（PDF）。
内容：前、后时相影像（带比例尺、指北针、时相和来源），套合数值，建议与判定及所依规则，举证，照片及拍摄方向，外业核查，案件，审核，往期，界址点坐标，历史记录，以及可供核对的校验值。不写入台账本。</translation>
    </message>
    <message>
        <source>Writes a month's parcels in the order of the provincial supervision system's form.
One line of headings, nothing merged: select, copy and paste. The system's own record number stands beside each parcel, once it is recorded as evidence. Nothing is recorded.</source>
        <translation>按省级监管系统填报界面的顺序写出当月地块。
只有一行表头，没有合并单元格：选中、复制、粘贴即可。系统自身的记录号（作为举证录入后）列在每个地块旁。不写入台账本。</translation>
    </message>
    <message>
        <source>Writes a page in Chinese: how far each county is with the month against its days, the ratio, what is left to put right, the course of the year, what is due.
One HTML file with everything in it, to be shown in a meeting without QGIS: it asks for nothing from anywhere and names nobody. With the suffix .pdf the same is printed on A4. Military patches are neither counted nor shown. Nothing is recorded.</source>
        <translation>生成一页中文总览：各县（市、区）当月对照时限的进度、比例、尚未整改的耕地、全年走势、到期事项。
一个独立的 HTML 文件，没有 QGIS 也能在会上打开：不向任何地方请求内容，不含个人姓名。后缀为 .pdf 时按 A4 打印同样内容。军用图斑不统计、不显示。不作任何记录。</translation>
    </message>
    <message>
        <source>Writes a printable field-check sheet (PDF) for each parcel of a month.
A sheet shows the parcel on the imagery before and after, the issued facts, the figures, the field check and up to four photos the right way up. What is not known yet stays blank, to be filled in by hand. Nothing is recorded.</source>
        <translation>为当月每个地块写出一张可打印的外业核查表（PDF）。
表中有前、后时相影像上的地块、下发内容、套合数值、外业核查和至多四张按 EXIF 方向摆正的照片。尚不知道的留空，可手工填写。不写入台账本。</translation>
    </message>
    <message>
        <source>Writes a warning to a county's government, as a draft.
It has the ratio of illegally occupied cultivated land from January to the month, before and after deduction, the parcels that weigh most, the course of the year and where they lie. Without a county one is written for each whose ratio reaches a line of the plan; there may be none.</source>
        <translation>起草致县级政府的预警提醒函。
内容有1月至该月的违法占用耕地比例（扣减前、扣减后）、对比例影响较大的地块、全年走势和分布。不指定县（市、区）时，为每个比例达到方案提示线的县（市、区）各写一份；可能一份也没有。</translation>
    </message>
    <message>
        <source>Writes beside each figure the numbers of the parcels behind it.</source>
        <translation>在每个数旁写出其地块编号。</translation>
    </message>
    <message>
        <source>Writes the bulletin of a month, or the notice of its progress, as a draft.
Word and PDF have progress, verdicts, illegal land, the ratio, what is put right, cases, returns, typical cases, charts and maps; the workbook has the same tables with live sums. The JSON file tells of every printed figure which cell of which table it is and which parcels are behind it.</source>
        <translation>起草月度通报或进度通报。
Word 和 PDF 有进度、判定、违法用地、比例、整改、查处、退回、典型案例、统计图和地图；工作簿有同样的表格，合计和比率为公式。JSON 文件逐个说明文稿中的数字取自哪张表的哪一格、对应哪些地块。</translation>
    </message>
    <message>
        <source>Writes the certificate (PDF) of each parcel of a month that has one, and issues those that are still missing, if asked to.
A certificate shows the parcel, its areas, the inspections with the checklist, the imagery before, of the violation and of now, photos before and after from the same station, and a QR code with number, parcel, day and hash. One that was revoked says so across its pages. One whose facts have changed since is not written. The project in QGIS gives the imagery.</source>
        <translation>为一个月内已有证明的每个地块生成拆除复耕到位证明（PDF），需要时并为尚缺的地块出具证明。
证明包含地块、面积、初验和核验及清单、整改前影像、违法影像和现状影像、同一站点整改前后的照片，以及含编号、地块、日期和校验码的二维码。已撤销的证明各页均标明“已撤销”。所证明的内容已变的不生成。影像取自 QGIS 工程。</translation>
    </message>
    <message>
        <source>Writes the city's feedback on a county's month: a list and a package.
The list (xlsx) has every parcel with the outcome, coded reasons, deadline, and the county's, the city's and the final verdict, returned parcels first. The county reads the package into its casebook with “Read feedback”.</source>
        <translation>导出市级对一个县当月成果的反馈：一份清单和一个反馈包。
清单（xlsx）逐地块列出审核结果、退回原因、期限，以及县级、市级和最终判定，退回的排在最前。县级用“读取反馈（县级）”把反馈包读入台账本。</translation>
    </message>
    <message>
        <source>Writes the list of a county's cases and their evidence as one package.
It is what a warning talk or a hand-over to the discipline body needs: the list as a workbook, what is recorded of each parcel, its photos, the journal's entries about them in words and as they stand with their hashes, and a manifest with the hash of every file. Photos that are missing or were changed are told, and are not in it. Military land is left out. That it was written is recorded in the journal.</source>
        <translation>把一个县（市、区）的案件清单及证据写成一个材料包。
用于警示约谈或向纪检监察机关移交问题线索：清单工作簿、逐宗记录内容、照片、有关日志（文字说明和带哈希的原始条目），以及列有各文件哈希的清单文件。缺失或被改动的照片予以提示，不放入材料包。军用土地不列。写出材料包本身记入日志。</translation>
    </message>
    <message>
        <source>Writes the month's patches that the city has to visit, as GPX, KML and xlsx.
The stops are in an order to drive: from the westernmost one always on to the nearest that is left. The sheet shows each figure in mu twice: as the forms print it, and from the whole square metres. Nothing is recorded.</source>
        <translation>把当月市局须逐一实地核查的图斑写成 GPX、KML 和 xlsx。
按行车顺序排列：从最西的一个开始，每次去最近的下一个。表中每项面积给出两个亩数：表式所示的，和由平方米直接换算的。不写入台账本。</translation>
    </message>
    <message>
        <source>Writes the month's submission package: one zip with everything that is handed up.
It holds patches and parcels as shapefiles (GBK, EPSG:4490), the forms as Excel workbooks, the photos and a manifest with the SHA-256 of every member and of the journal's head. The checks run first; while an error stands nothing is written, and the errors are listed.</source>
        <translation>生成当月上报成果包：一个含全部上报内容的 zip 文件。
其中有图斑和地块的 Shapefile（GBK，EPSG:4490）、Excel 报表、照片，以及记录每个文件和日志末条 SHA-256 的清单。先运行检查；只要有错误就不写出任何内容，并列出错误。</translation>
    </message>
    <message>
        <source>Writes the package's forms as workbooks, and bulletins, reports and notices as Word files, with placeholders, to be laid out anew.
Move columns, change fonts, add a heading; the row of placeholders is written once per record, what stands below moves down. In a Word file each placeholder takes the look of its place; one that is taken out leaves its part out. Put the file into the folder “templates” of the office's own work plan, under the name it has, and Tuban fills it. Files that are there already stay as they are.</source>
        <translation>把上报包的表式写成带占位符的工作簿，把通报、报告、函写成带占位符的 Word 文件，供重新排版。
可移动列、改字体、加标题；占位符所在行按记录逐行填写，其下内容顺延。Word 文件中，占位符处填入的内容沿用该处的样式；删去某个占位符，文稿就没有这一部分。改好后以原文件名放入单位自有工作方案的“templates”文件夹，Tuban 即按它填写。已有的文件保持不动。</translation>
    </message>
    <message>
        <source>Writes the report of the first half-year, or of the year, as a draft.
It has what the bulletin has, by months besides, and of a year the cases of earlier years and the figures for other assessments. A county's casebook gives the county's report to the city, a city's the city's own.</source>
        <translation>起草上半年或全年工作报告。
内容同月度通报，另有分月情况；年度报告还有跨年度台账和年度成果应用指标。县级台账本生成县局报市局的报告，市级台账本生成市局自己的报告。</translation>
    </message>
    <message>
        <source>Writing the feedback</source>
        <translation>正在生成反馈</translation>
    </message>
    <message>
        <source>Writing the package of {month}</source>
        <translation>正在生成 {month} 成果包</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在写报告</translation>
    </message>
    <message>
        <source>Writing working files</source>
        <translation>正在生成分工文件</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>正在写入 {file}</translation>
    </message>
    <message>
        <source>Written for one county</source>
        <translation>为一个县（市、区）而写</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写出：{file}</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Year of the list</source>
        <translation>此表的年度</translation>
    </message>
    <message>
        <source>Year, patch and parcel are those of row {row}, but it says something else: {what}</source>
        <translation>年度、图斑和地块与第 {row} 行相同，但内容不同：{what}</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Zoom from</source>
        <translation>最小级别</translation>
    </message>
    <message>
        <source>Zoom to</source>
        <translation>最大级别</translation>
    </message>
    <message>
        <source>a brace has no partner</source>
        <translation>花括号不成对</translation>
    </message>
    <message>
        <source>a colour such as #2e8b57 is expected</source>
        <translation>应为 #2e8b57 形式的颜色</translation>
    </message>
    <message>
        <source>a coordinate of its shape is not a number</source>
        <translation>图形坐标中有非数值</translation>
    </message>
    <message>
        <source>a date such as 2023-04-10 is expected</source>
        <translation>应为 2023-04-10 这样的日期</translation>
    </message>
    <message>
        <source>a decimal number in quotes is expected</source>
        <translation>应为带引号的小数</translation>
    </message>
    <message>
        <source>a field name has at most 10 characters: capital letters, digits, _</source>
        <translation>字段名最多 10 个字符：大写字母、数字、_</translation>
    </message>
    <message>
        <source>a form needs columns</source>
        <translation>报表必须有列</translation>
    </message>
    <message>
        <source>a hole</source>
        <translation>一个洞</translation>
    </message>
    <message>
        <source>a list is expected</source>
        <translation>应为列表</translation>
    </message>
    <message>
        <source>a member is there twice</source>
        <translation>有文件重复</translation>
    </message>
    <message>
        <source>a new case needs the numbers of its parcels.</source>
        <translation>新案件须填地块编号。</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a number of zero or more is expected</source>
        <translation>应为大于等于零的数</translation>
    </message>
    <message>
        <source>a part</source>
        <translation>一个部分</translation>
    </message>
    <message>
        <source>a piece of {area} m² would be {width} m wide on average, less than {least} m</source>
        <translation>其中 {area} 平方米的一块平均宽度只有 {width} 米，不足 {least} 米</translation>
    </message>
    <message>
        <source>a piece would have {area} m², less than the smallest parcel of {least} m²</source>
        <translation>其中一块只有 {area} 平方米，小于最小地块 {least} 平方米</translation>
    </message>
    <message>
        <source>a whole number is expected</source>
        <translation>应为整数</translation>
    </message>
    <message>
        <source>accept the proposal</source>
        <translation>采纳建议</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>all sheets</source>
        <translation>全部工作表</translation>
    </message>
    <message>
        <source>all years</source>
        <translation>历年</translation>
    </message>
    <message>
        <source>an address with {places} is expected</source>
        <translation>应为含 {places} 的地址</translation>
    </message>
    <message>
        <source>an object with keys is expected</source>
        <translation>应为带键的对象</translation>
    </message>
    <message>
        <source>answer open flags with No</source>
        <translation>未填的“是否”项全部填“否”</translation>
    </message>
    <message>
        <source>answer: corrected</source>
        <translation>答复：已纠正</translation>
    </message>
    <message>
        <source>answer: kept</source>
        <translation>答复：维持原判定</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>as chosen</source>
        <translation>按所选</translation>
    </message>
    <message>
        <source>as declared</source>
        <translation>按声明</translation>
    </message>
    <message>
        <source>as of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>as on the forms</source>
        <translation>表式所示</translation>
    </message>
    <message>
        <source>as the list says</source>
        <translation>按此表</translation>
    </message>
    <message>
        <source>as the table has it</source>
        <translation>按表默认</translation>
    </message>
    <message>
        <source>ask: refuse and list it, to be chosen field by field in the window; mine: what stands here; theirs: what was read. The choice is kept in the journal.</source>
        <translation>ask：不并入并列出，到窗口中逐字段选定；mine：以本方为准；theirs：以读入的为准。选择记入日志。</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>不小于</translation>
    </message>
    <message>
        <source>back to where I was</source>
        <translation>回到刚才的图斑</translation>
    </message>
    <message>
        <source>basic farmland</source>
        <translation>永久基本农田</translation>
    </message>
    <message>
        <source>before / after picture</source>
        <translation>切换前后时相</translation>
    </message>
    <message>
        <source>before deduction {share}</source>
        <translation>扣减前 {share}</translation>
    </message>
    <message>
        <source>before, violation, now</source>
        <translation>前时相、违法时、现状并列</translation>
    </message>
    <message>
        <source>below every line</source>
        <translation>未达提示线</translation>
    </message>
    <message>
        <source>bit(s)</source>
        <translation>位</translation>
    </message>
    <message>
        <source>by month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>by township</source>
        <translation>按乡镇</translation>
    </message>
    <message>
        <source>by unit</source>
        <translation>按县（市、区）</translation>
    </message>
    <message>
        <source>by year</source>
        <translation>按年度</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>期限 {day}</translation>
    </message>
    <message>
        <source>case {number} is in row {row} already.</source>
        <translation>案件 {number} 已在第 {row} 行。</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>cell {cell} has a formula; only text can stand there</source>
        <translation>单元格 {cell} 有公式，这里只能是文字</translation>
    </message>
    <message>
        <source>cell {cell}: a column's placeholder has to stand alone</source>
        <translation>单元格 {cell}：列的占位符必须单独占一格</translation>
    </message>
    <message>
        <source>cell {cell}: the form has no {name}</source>
        <translation>单元格 {cell}：表中没有 {name}</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>拆除复耕到位证明</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>choose the subcategory</source>
        <translation>选择细类</translation>
    </message>
    <message>
        <source>chosen by hand</source>
        <translation>人工选定</translation>
    </message>
    <message>
        <source>citations.json has no document “{code}”</source>
        <translation>citations.json 中没有文件“{code}”</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已销号</translation>
    </message>
    <message>
        <source>closed in the ledger</source>
        <translation>已销号</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>construction land</source>
        <translation>建设用地</translation>
    </message>
    <message>
        <source>counted from {day}</source>
        <translation>自 {day} 起算</translation>
    </message>
    <message>
        <source>county: one county's own; city: takes the packages of all its counties.</source>
        <translation>county：一个县自己的；city：市级的，读取各县的成果包。</translation>
    </message>
    <message>
        <source>cultivated land</source>
        <translation>耕地</translation>
    </message>
    <message>
        <source>cultivated {mu} mu</source>
        <translation>耕地 {mu} 亩</translation>
    </message>
    <message>
        <source>curves were replaced by short straight lines</source>
        <translation>曲线已用短直线代替</translation>
    </message>
    <message>
        <source>date of it</source>
        <translation>文件日期</translation>
    </message>
    <message>
        <source>day unknown</source>
        <translation>起算日不明</translation>
    </message>
    <message>
        <source>day(s)</source>
        <translation>日</translation>
    </message>
    <message>
        <source>days such as 2023-04-05 or 2023-01-21/2023-01-27 are expected</source>
        <translation>应为 2023-04-05 或 2023-01-21/2023-01-27 这样的日期</translation>
    </message>
    <message>
        <source>decide as the city</source>
        <translation>市级直接判定</translation>
    </message>
    <message>
        <source>demolished {demolished} mu, made up {made_up} mu, recultivated {again} mu</source>
        <translation>拆除 {demolished} 亩，补办 {made_up} 亩，复耕 {again} 亩</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>dossier</source>
        <translation>档案</translation>
    </message>
    <message>
        <source>dropped on it</source>
        <translation>拖放到该地块</translation>
    </message>
    <message>
        <source>due by {day}</source>
        <translation>限期 {day}</translation>
    </message>
    <message>
        <source>due by {day}, overdue by {days} days</source>
        <translation>应于 {day} 前，已逾期 {days} 天</translation>
    </message>
    <message>
        <source>due by {day}, {days} days left</source>
        <translation>应于 {day} 前，还有 {days} 天</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>en</source>
        <translation>zh</translation>
    </message>
    <message>
        <source>every {months} months</source>
        <translation>每 {months} 个月</translation>
    </message>
    <message>
        <source>exactly one role with part land_use is expected</source>
        <translation>应恰有一个 part 为 land_use 的图层角色</translation>
    </message>
    <message>
        <source>feature {fid} of {layer}</source>
        <translation>{layer} 的要素 {fid}</translation>
    </message>
    <message>
        <source>field check and photos</source>
        <translation>外业核查与照片</translation>
    </message>
    <message>
        <source>field {field} in row {row} of {layer}</source>
        <translation>{layer} 第 {row} 行的字段 {field}</translation>
    </message>
    <message>
        <source>file of coordinates or map</source>
        <translation>坐标文本或图件</translation>
    </message>
    <message>
        <source>find out</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>first inspection and application</source>
        <translation>县级初验和申请验收</translation>
    </message>
    <message>
        <source>first {count} rows</source>
        <translation>前 {count} 行</translation>
    </message>
    <message>
        <source>flag for a second look</source>
        <translation>标记复看</translation>
    </message>
    <message>
        <source>found: {what}</source>
        <translation>识别为：{what}</translation>
    </message>
    <message>
        <source>from the file, or 2023-04</source>
        <translation>取自文件，或填 2023-04</translation>
    </message>
    <message>
        <source>from whole m²</source>
        <translation>由平方米换算</translation>
    </message>
    <message>
        <source>genuine, revoked, differs, changed, unknown, elsewhere (not of this casebook), withheld (military land) or unreadable</source>
        <translation>genuine（真实有效）、revoked（已撤销）、differs（与台账本不符）、changed（内容已变）、unknown（编号不存在）、elsewhere（不属于本台账本）、withheld（军用土地）或 unreadable（无法识别）</translation>
    </message>
    <message>
        <source>go to a number</source>
        <translation>按编号定位</translation>
    </message>
    <message>
        <source>ha</source>
        <translation>公顷</translation>
    </message>
    <message>
        <source>hectares</source>
        <translation>公顷</translation>
    </message>
    <message>
        <source>hide the outline while held</source>
        <translation>按住时隐藏边界</translation>
    </message>
    <message>
        <source>how it is put right</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>illegal</source>
        <translation>违法</translation>
    </message>
    <message>
        <source>image date of the issued row</source>
        <translation>下发信息中的影像日期</translation>
    </message>
    <message>
        <source>in place</source>
        <translation>到位</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>按期</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>it differs from the folder's name {name}</source>
        <translation>与文件夹名 {name} 不一致</translation>
    </message>
    <message>
        <source>it does not begin like a .shp</source>
        <translation>文件开头不是 .shp 格式</translation>
    </message>
    <message>
        <source>it does not belong to “{name}”</source>
        <translation>不能与“{name}”同用</translation>
    </message>
    <message>
        <source>it does not lie in China</source>
        <translation>不在中国境内</translation>
    </message>
    <message>
        <source>it has coordinates that are not numbers</source>
        <translation>坐标中有非数值</translation>
    </message>
    <message>
        <source>it has no boundary points</source>
        <translation>没有界址点</translation>
    </message>
    <message>
        <source>it has no day that could lie after the cut-off</source>
        <translation>它没有可与时间节点比较的日期</translation>
    </message>
    <message>
        <source>it has no shape</source>
        <translation>没有图形</translation>
    </message>
    <message>
        <source>it has no text</source>
        <translation>没有正文</translation>
    </message>
    <message>
        <source>it has no {name}</source>
        <translation>缺少 {name}</translation>
    </message>
    <message>
        <source>it has {count} members</source>
        <translation>含 {count} 个文件</translation>
    </message>
    <message>
        <source>it has {count} separate parts</source>
        <translation>含 {count} 个互不相连的部分</translation>
    </message>
    <message>
        <source>it has {shapes} shapes but {rows} rows</source>
        <translation>有 {shapes} 个图形，却有 {rows} 行属性</translation>
    </message>
    <message>
        <source>it holds the patch numbers and all attributes</source>
        <translation>图斑编号和全部属性都在其中</translation>
    </message>
    <message>
        <source>it holds the shapes</source>
        <translation>图形在其中</translation>
    </message>
    <message>
        <source>it is before {name}</source>
        <translation>早于 {name}</translation>
    </message>
    <message>
        <source>it is below linked_percent</source>
        <translation>小于 linked_percent</translation>
    </message>
    <message>
        <source>it is blank</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>it is cut off: {count} rows are announced, {whole} are there</source>
        <translation>文件被截断：应有 {count} 行，实有 {whole} 行</translation>
    </message>
    <message>
        <source>it is cut off: {size} of {announced} bytes</source>
        <translation>文件被截断：{announced} 字节中只有 {size} 字节</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>it is incomplete or damaged</source>
        <translation>不完整或已损坏</translation>
    </message>
    <message>
        <source>it is larger than {most} MB</source>
        <translation>大于 {most} MB</translation>
    </message>
    <message>
        <source>it is no Word file (.docx), or it is damaged or protected by a password; a .doc has to be saved as .docx first</source>
        <translation>不是 Word 文件（.docx），或已损坏、设有密码；.doc 文件须先另存为 .docx</translation>
    </message>
    <message>
        <source>it is no area</source>
        <translation>它不是面</translation>
    </message>
    <message>
        <source>it is no evidence of type {type}</source>
        <translation>不是类型为 {type} 的证据</translation>
    </message>
    <message>
        <source>it is no workbook (.xlsx)</source>
        <translation>它不是工作簿（.xlsx）</translation>
    </message>
    <message>
        <source>it is not a file name that every system can hold</source>
        <translation>不是各系统都能使用的文件名</translation>
    </message>
    <message>
        <source>it is not among the codes of class other_agricultural</source>
        <translation>不在 other_agricultural 类的编码之中</translation>
    </message>
    <message>
        <source>it is not done</source>
        <translation>尚未完成</translation>
    </message>
    <message>
        <source>it is not in UTF-8; save it with this encoding</source>
        <translation>编码不是 UTF-8，请以 UTF-8 另存</translation>
    </message>
    <message>
        <source>it is not of Tuban's format</source>
        <translation>不是本插件的格式</translation>
    </message>
    <message>
        <source>it is of type {type}, not an area</source>
        <translation>类型为 {type}，不是面</translation>
    </message>
    <message>
        <source>it is shorter than its own header</source>
        <translation>文件比其文件头还短</translation>
    </message>
    <message>
        <source>it is there as a patch of kind {there}; a casebook has one patch of a number. Import the {here} patches into a casebook of their own</source>
        <translation>台账本里已有同号的{there}图斑，一本台账一个编号只能有一个图斑；请把{here}图斑导入另一本台账</translation>
    </message>
    <message>
        <source>it is zero</source>
        <translation>为零</translation>
    </message>
    <message>
        <source>it must end in {suffix}</source>
        <translation>必须以 {suffix} 结尾</translation>
    </message>
    <message>
        <source>it was written by a newer Tuban</source>
        <translation>由更新版本的插件写出</translation>
    </message>
    <message>
        <source>it would grow from {packed} to {whole} MB</source>
        <translation>解压后将从 {packed} MB 增至 {whole} MB</translation>
    </message>
    <message>
        <source>its columns do not fit its records</source>
        <translation>列定义与记录长度不符</translation>
    </message>
    <message>
        <source>its coordinates cannot be brought to longitude and latitude</source>
        <translation>坐标无法转换为经纬度</translation>
    </message>
    <message>
        <source>its coordinates cannot be eastings and northings in China</source>
        <translation>坐标不可能是中国境内的平面坐标</translation>
    </message>
    <message>
        <source>its coordinates lie nowhere in China</source>
        <translation>坐标不在中国境内</translation>
    </message>
    <message>
        <source>its curves cannot be drawn with straight lines closely enough</source>
        <translation>曲线无法用直线足够精确地表示</translation>
    </message>
    <message>
        <source>its facts differ: {fields}</source>
        <translation>属性不同：{fields}</translation>
    </message>
    <message>
        <source>its list of columns is cut off</source>
        <translation>列定义被截断</translation>
    </message>
    <message>
        <source>its manifest and its journal</source>
        <translation>其清单与日志</translation>
    </message>
    <message>
        <source>its month and its patches</source>
        <translation>其月份与图斑</translation>
    </message>
    <message>
        <source>its outline crosses itself and encloses no area</source>
        <translation>图形自相交且不围成面积</translation>
    </message>
    <message>
        <source>its outline crosses or covers itself, and every repair would change its area by {change} m²</source>
        <translation>图形自相交或自重叠，任何修复都会使面积改变 {change} 平方米</translation>
    </message>
    <message>
        <source>its outline touched or crossed itself; repaired, its area changed by {change} m²</source>
        <translation>图形自相接或自相交，已修复，面积改变 {change} 平方米</translation>
    </message>
    <message>
        <source>its shape differs: {old} m² in the casebook, {new} m² in the file</source>
        <translation>图形不同：台账本中 {old} 平方米，文件中 {new} 平方米</translation>
    </message>
    <message>
        <source>its shape has no area: it is a point or a line</source>
        <translation>图形没有面积：是点或线</translation>
    </message>
    <message>
        <source>its shape is a {kind}, not a polygon</source>
        <translation>图形是 {kind}，不是面</translation>
    </message>
    <message>
        <source>its shape is empty</source>
        <translation>图形为空</translation>
    </message>
    <message>
        <source>kept already; leave empty</source>
        <translation>已保存，可留空</translation>
    </message>
    <message>
        <source>km from the stop before</source>
        <translation>距上一处（千米）</translation>
    </message>
    <message>
        <source>late: was due by {day}</source>
        <translation>逾期完成：应于 {day} 前</translation>
    </message>
    <message>
        <source>law</source>
        <translation>法律</translation>
    </message>
    <message>
        <source>layer {layer} is missing</source>
        <translation>缺少图层 {layer}</translation>
    </message>
    <message>
        <source>left</source>
        <translation>未整改</translation>
    </message>
    <message>
        <source>line {line} is not a boundary point: “{text}”</source>
        <translation>第 {line} 行不是界址点：“{text}”</translation>
    </message>
    <message>
        <source>measured {measured} mu, {inside} of it in the parcel</source>
        <translation>实测 {measured} 亩，其中地块内 {inside} 亩</translation>
    </message>
    <message>
        <source>merge parcels back</source>
        <translation>合并地块</translation>
    </message>
    <message>
        <source>missing, but needed; sought are {names}</source>
        <translation>缺少，但必需；按名称查找：{names}</translation>
    </message>
    <message>
        <source>month(s)</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <source>mu/m²</source>
        <translation>亩/平方米</translation>
    </message>
    <message>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <source>named after it</source>
        <translation>名称含其编号</translation>
    </message>
    <message>
        <source>needed for a proposal</source>
        <translation>建议所需</translation>
    </message>
    <message>
        <source>needed for submission</source>
        <translation>上报必填</translation>
    </message>
    <message>
        <source>new patch {number}</source>
        <translation>新图斑 {number}</translation>
    </message>
    <message>
        <source>next in turn</source>
        <translation>下一个待办</translation>
    </message>
    <message>
        <source>next parcel</source>
        <translation>下一个地块</translation>
    </message>
    <message>
        <source>next undecided</source>
        <translation>下一个未判定</translation>
    </message>
    <message>
        <source>no column</source>
        <translation>无此列</translation>
    </message>
    <message>
        <source>no date known</source>
        <translation>日期不详</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>no field</source>
        <translation>无字段</translation>
    </message>
    <message>
        <source>no form has a file of this name: {names}</source>
        <translation>没有哪个表叫这个文件名：{names}</translation>
    </message>
    <message>
        <source>no measures</source>
        <translation>无措施</translation>
    </message>
    <message>
        <source>no number lies within: the lower bound is above the upper one</source>
        <translation>没有数能落在其中：下限大于上限</translation>
    </message>
    <message>
        <source>no part of Tuban reads a file of this name</source>
        <translation>Tuban 不读取这个名称的文件</translation>
    </message>
    <message>
        <source>nobody has judged it</source>
        <translation>尚未判定</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not JSON: {why}</source>
        <translation>不是 JSON:{why}</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>not before {day}</source>
        <translation>{day} 起方可办理</translation>
    </message>
    <message>
        <source>not in place</source>
        <translation>未到位</translation>
    </message>
    <message>
        <source>not known what was found</source>
        <translation>结论不详</translation>
    </message>
    <message>
        <source>not so: {items}</source>
        <translation>不具备：{items}</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>无</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>nothing decided yet</source>
        <translation>尚无决定</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>of it confiscated</source>
        <translation>其中没收</translation>
    </message>
    <message>
        <source>of it demolished</source>
        <translation>其中拆除</translation>
    </message>
    <message>
        <source>of it in the parcel</source>
        <translation>其中在地块内</translation>
    </message>
    <message>
        <source>of it made up</source>
        <translation>其中补办</translation>
    </message>
    <message>
        <source>of it returned</source>
        <translation>其中退还</translation>
    </message>
    <message>
        <source>of which in the parcel</source>
        <translation>其中位于地块内</translation>
    </message>
    <message>
        <source>of which {part}</source>
        <translation>其中 {part}</translation>
    </message>
    <message>
        <source>of {mu} mu illegally taken</source>
        <translation>违法占用耕地 {mu} 亩</translation>
    </message>
    <message>
        <source>one at least is expected</source>
        <translation>至少应有一个</translation>
    </message>
    <message>
        <source>one of {allowed} is expected</source>
        <translation>应为 {allowed} 之一</translation>
    </message>
    <message>
        <source>only ASCII letters, digits, _, - and / are expected</source>
        <translation>只能使用 ASCII 字母、数字、_、- 和 /</translation>
    </message>
    <message>
        <source>only the placeholders {names} can be used</source>
        <translation>只能使用占位符 {names}</translation>
    </message>
    <message>
        <source>only true can be asked for</source>
        <translation>只能写 true</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未销号</translation>
    </message>
    <message>
        <source>other agricultural land</source>
        <translation>其他农用地</translation>
    </message>
    <message>
        <source>over {years} years</source>
        <translation>{years} 年以上</translation>
    </message>
    <message>
        <source>overlay with {layer}</source>
        <translation>与“{layer}”图层套合</translation>
    </message>
    <message>
        <source>parcel {number} is in row {row} already.</source>
        <translation>地块 {number} 已在第 {row} 行出现。</translation>
    </message>
    <message>
        <source>pass the parcel</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>photos by stage</source>
        <translation>整改前、中、后照片</translation>
    </message>
    <message>
        <source>photos {count}</source>
        <translation>照片 {count}</translation>
    </message>
    <message>
        <source>pictures side by side</source>
        <translation>多窗口对比</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>惯例</translation>
    </message>
    <message>
        <source>previous parcel</source>
        <translation>上一个地块</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>自动识别，待确认</translation>
    </message>
    <message>
        <source>put right</source>
        <translation>已整改</translation>
    </message>
    <message>
        <source>record evidence</source>
        <translation>录入举证</translation>
    </message>
    <message>
        <source>recultivated {again} mu</source>
        <translation>复耕 {again} 亩</translation>
    </message>
    <message>
        <source>recultivated {area}</source>
        <translation>复耕 {area}</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>reopened in the ledger</source>
        <translation>重新立账</translation>
    </message>
    <message>
        <source>return the parcel</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>revoked on {day} by {who}: {why}</source>
        <translation>{who}于 {day} 撤销：{why}</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>row {row} of {form}</source>
        <translation>{form} 第 {row} 行</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>same period last year</source>
        <translation>上年同期</translation>
    </message>
    <message>
        <source>shape {row} runs over the file's end</source>
        <translation>第 {row} 个图形超出文件末尾</translation>
    </message>
    <message>
        <source>should be answered</source>
        <translation>宜填</translation>
    </message>
    <message>
        <source>six digits</source>
        <translation>六位数字</translation>
    </message>
    <message>
        <source>small letters, digits, hyphens: liaocheng-2024</source>
        <translation>小写字母、数字、连字符，如 liaocheng-2024</translation>
    </message>
    <message>
        <source>split by a layer</source>
        <translation>按图层分割</translation>
    </message>
    <message>
        <source>split by a line</source>
        <translation>画线分割</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>strip of pictures</source>
        <translation>影像时间条</translation>
    </message>
    <message>
        <source>swipe before and after</source>
        <translation>卷帘对比前后时相</translation>
    </message>
    <message>
        <source>taken inside it</source>
        <translation>在地块内拍摄</translation>
    </message>
    <message>
        <source>taken {metres} m from it, direction unknown</source>
        <translation>拍摄位置距地块 {metres} 米，方位不明</translation>
    </message>
    <message>
        <source>taken {metres} m from it, looking {off}° past it</source>
        <translation>拍摄位置距地块 {metres} 米，朝向偏离 {off}°</translation>
    </message>
    <message>
        <source>taken {metres} m from it, pointing at it</source>
        <translation>拍摄位置距地块 {metres} 米，朝向地块</translation>
    </message>
    <message>
        <source>text is expected</source>
        <translation>应为文本</translation>
    </message>
    <message>
        <source>the case number is missing.</source>
        <translation>缺少案件编号。</translation>
    </message>
    <message>
        <source>the category is not for patches of kind {kind}</source>
        <translation>该类别不适用于 {kind} 类图斑</translation>
    </message>
    <message>
        <source>the city's inspection</source>
        <translation>市级核验</translation>
    </message>
    <message>
        <source>the code {code} is there twice</source>
        <translation>代码 {code} 重复</translation>
    </message>
    <message>
        <source>the columns' placeholders have to stand in one row</source>
        <translation>各列的占位符必须在同一行</translation>
    </message>
    <message>
        <source>the counts in the manifest</source>
        <translation>清单中的数量</translation>
    </message>
    <message>
        <source>the day it was sent</source>
        <translation>移送日期</translation>
    </message>
    <message>
        <source>the fields of layer {layer}</source>
        <translation>图层 {layer} 的字段</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>文件无法读取</translation>
    </message>
    <message>
        <source>the issued area “{written}” is not that of the shape, {area} m²</source>
        <translation>下发面积“{written}”与图形面积 {area} 平方米不符</translation>
    </message>
    <message>
        <source>the key “{name}” is missing</source>
        <translation>缺少键“{name}”</translation>
    </message>
    <message>
        <source>the key “{name}” is not known here</source>
        <translation>此处没有“{name}”这个键</translation>
    </message>
    <message>
        <source>the key “{name}” is there twice</source>
        <translation>键“{name}”重复</translation>
    </message>
    <message>
        <source>the member “{name}” has a forbidden name</source>
        <translation>其中的文件“{name}”名称不被允许</translation>
    </message>
    <message>
        <source>the member “{name}” is a link</source>
        <translation>其中的文件“{name}”是链接</translation>
    </message>
    <message>
        <source>the member “{name}” would be written outside its folder</source>
        <translation>其中的文件“{name}”会写到目标文件夹之外</translation>
    </message>
    <message>
        <source>the name {name} has more than {most} characters</source>
        <translation>名称 {name} 超过 {most} 个字符</translation>
    </message>
    <message>
        <source>the next class does not begin above it</source>
        <translation>下一档的起点不大于它</translation>
    </message>
    <message>
        <source>the number of rows of layer {layer}</source>
        <translation>图层 {layer} 的行数</translation>
    </message>
    <message>
        <source>the number of rows of {form}</source>
        <translation>{form} 的行数</translation>
    </message>
    <message>
        <source>the other way round</source>
        <translation>倒序</translation>
    </message>
    <message>
        <source>the outline in row {row} of {layer}</source>
        <translation>{layer} 第 {row} 行的图形</translation>
    </message>
    <message>
        <source>the parcel number is missing.</source>
        <translation>缺少地块编号。</translation>
    </message>
    <message>
        <source>the photo {file} and its record</source>
        <translation>照片 {file} 与其记录</translation>
    </message>
    <message>
        <source>the place {place} is there twice</source>
        <translation>位置 {place} 出现了两次</translation>
    </message>
    <message>
        <source>the placeholder {name} is missing</source>
        <translation>缺少占位符 {name}</translation>
    </message>
    <message>
        <source>the plan does not know this way</source>
        <translation>工作方案没有这种方式</translation>
    </message>
    <message>
        <source>the plan has no such category</source>
        <translation>工作方案中没有该类型</translation>
    </message>
    <message>
        <source>the records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>the row of placeholders has merged cells ({cells})</source>
        <translation>占位符所在行有合并单元格（{cells}）</translation>
    </message>
    <message>
        <source>the rules go in a circle: {way}</source>
        <translation>规则循环引用：{way}</translation>
    </message>
    <message>
        <source>the step {code} is missing</source>
        <translation>缺少步骤 {code}</translation>
    </message>
    <message>
        <source>the year {year} is there twice</source>
        <translation>年份 {year} 重复</translation>
    </message>
    <message>
        <source>the years must grow</source>
        <translation>年数须递增</translation>
    </message>
    <message>
        <source>there is no column “{code}”</source>
        <translation>没有列“{code}”</translation>
    </message>
    <message>
        <source>there is no evidence “{kind}”</source>
        <translation>没有证据类型“{kind}”</translation>
    </message>
    <message>
        <source>there is no figure “{figure}”</source>
        <translation>没有名为“{figure}”的数字</translation>
    </message>
    <message>
        <source>there is no limit “{code}”</source>
        <translation>没有限值“{code}”</translation>
    </message>
    <message>
        <source>there is no parcel {number} in the casebook.</source>
        <translation>台账本中没有地块 {number}。</translation>
    </message>
    <message>
        <source>there is no rule “{rule}”</source>
        <translation>没有规则“{rule}”</translation>
    </message>
    <message>
        <source>there is no {place} in it; the paper lacks it</source>
        <translation>模板中没有 {place}，文稿缺少这一部分</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>too early: not before {day}</source>
        <translation>过早：{day} 起方可办理</translation>
    </message>
    <message>
        <source>true or false is expected</source>
        <translation>应为 true 或 false</translation>
    </message>
    <message>
        <source>two categories have the same key</source>
        <translation>两个类别的快捷键相同</translation>
    </message>
    <message>
        <source>two members have the same name</source>
        <translation>其中有两个文件同名</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>整改中</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>unpacked it is larger than {most} MB</source>
        <translation>解压后超过 {most} MB</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>unused land</source>
        <translation>未利用地</translation>
    </message>
    <message>
        <source>up to {years} years</source>
        <translation>{years} 年以内</translation>
    </message>
    <message>
        <source>verdict {n}</source>
        <translation>判定 {n}</translation>
    </message>
    <message>
        <source>visit the result, too</source>
        <translation>整改结果一并核查</translation>
    </message>
    <message>
        <source>was divided or merged</source>
        <translation>已被分割或合并</translation>
    </message>
    <message>
        <source>what I did today</source>
        <translation>我今天做了什么</translation>
    </message>
    <message>
        <source>what is transferred</source>
        <translation>移送内容</translation>
    </message>
    <message>
        <source>what it is, or its file</source>
        <translation>材料名称或文件</translation>
    </message>
    <message>
        <source>what no land use covers</source>
        <translation>无地类覆盖部分</translation>
    </message>
    <message>
        <source>with the same period last year</source>
        <translation>与上年同期对比</translation>
    </message>
    <message>
        <source>within</source>
        <translation>不超过</translation>
    </message>
    <message>
        <source>working day(s)</source>
        <translation>个工作日</translation>
    </message>
    <message>
        <source>write the dossier</source>
        <translation>写出图斑档案</translation>
    </message>
    <message>
        <source>write the reason</source>
        <translation>填写判断依据</translation>
    </message>
    <message>
        <source>year(s)</source>
        <translation>年</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>{added} patches imported.</source>
        <translation>已导入 {added} 个图斑。</translation>
    </message>
    <message>
        <source>{after} does not come before {step} among the steps</source>
        <translation>步骤中 {after} 不在 {step} 之前</translation>
    </message>
    <message>
        <source>{announced} boundary points are announced, {there} are there</source>
        <translation>应有 {announced} 个界址点，实有 {there} 个</translation>
    </message>
    <message>
        <source>{area} measured; {inside} of it in the parcel ({percent} %)</source>
        <translation>实测 {area}，其中 {inside}在地块内（{percent}%）</translation>
    </message>
    <message>
        <source>{area} mu</source>
        <translation>{area} 亩</translation>
    </message>
    <message>
        <source>{area} m² lie outside the extent of {layer}.</source>
        <translation>{area} 平方米位于{layer}图层范围之外。</translation>
    </message>
    <message>
        <source>{at}, {who}: {what}</source>
        <translation>{at}，{who}：{what}</translation>
    </message>
    <message>
        <source>{case}: its quota can be set free once it was frozen and the case is closed.</source>
        <translation>{case}：须先冻结且案件已销号，方可解冻指标。</translation>
    </message>
    <message>
        <source>{case}: nothing is to be frozen for it now.</source>
        <translation>{case}：现无应冻结的指标。</translation>
    </message>
    <message>
        <source>{case}: {why}</source>
        <translation>{case}：{why}</translation>
    </message>
    <message>
        <source>{category}, {subcategory}</source>
        <translation>{category}，{subcategory}</translation>
    </message>
    <message>
        <source>{changes}</source>
        <translation>{changes}</translation>
    </message>
    <message>
        <source>{chosen} photos have a parcel, {open} have none yet or are left out, {unusable} cannot be attached. Nothing is attached yet.</source>
        <translation>{chosen} 张已定地块，{open} 张未定或不关联，{unusable} 张无需或不能关联。目前尚未关联任何照片。</translation>
    </message>
    <message>
        <source>{code} (not in the plan)</source>
        <translation>{code}（方案中没有）</translation>
    </message>
    <message>
        <source>{code} and {other} have the same short word</source>
        <translation>{code} 和 {other} 的简称相同</translation>
    </message>
    <message>
        <source>{column} stands in row {row} for both.</source>
        <translation>“{column}”与第 {row} 行合并，只计一次。</translation>
    </message>
    <message>
        <source>{column}: “{given}” is no area.</source>
        <translation>“{column}”：“{given}”不是面积。</translation>
    </message>
    <message>
        <source>{column}: “{given}” is no day.</source>
        <translation>“{column}”：“{given}”不是日期。</translation>
    </message>
    <message>
        <source>{column}: “{given}” names the month alone; its last day is taken.</source>
        <translation>“{column}”：“{given}”只有年月，按当月最后一日。</translation>
    </message>
    <message>
        <source>{county} {month}: casebook and export of the supervision system</source>
        <translation>{county} {month} 台账与监管系统导出表比对</translation>
    </message>
    <message>
        <source>{county} {month}: states in the system</source>
        <translation>{county} {month} 系统状态</translation>
    </message>
    <message>
        <source>{count} cases taken into the ledger.</source>
        <translation>{count} 个案件已导入台账。</translation>
    </message>
    <message>
        <source>{count} cases, {area} of cultivated land</source>
        <translation>{count} 个案件，耕地 {area}</translation>
    </message>
    <message>
        <source>{count} certificates issued.</source>
        <translation>已出具 {count} 份证明。</translation>
    </message>
    <message>
        <source>{count} certificates written.</source>
        <translation>已写出 {count} 份证明。</translation>
    </message>
    <message>
        <source>{count} counties late</source>
        <translation>{count} 个县（市、区）逾期</translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation>{count} 处不同</translation>
    </message>
    <message>
        <source>{count} dossiers written.</source>
        <translation>已写出 {count} 份档案。</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} 项</translation>
    </message>
    <message>
        <source>{count} entries recorded.</source>
        <translation>已录入 {count} 条记录。</translation>
    </message>
    <message>
        <source>{count} features are military land: they are left out.</source>
        <translation>{count} 个要素为军用土地：不输出。</translation>
    </message>
    <message>
        <source>{count} features of {file} cannot be in {declared} ({by}); by their coordinates they are in {crs}, and were read so.</source>
        <translation>{file} 中有 {count} 个要素不可能属于 {declared}（{by}）；按其坐标应为 {crs}，已照此读取。</translation>
    </message>
    <message>
        <source>{count} features of {layer} have no geometry: they are in no figure. Find out what they stand for.</source>
        <translation>{layer} 有 {count} 个要素没有图形，不计入任何数值。请查明它们代表什么。</translation>
    </message>
    <message>
        <source>{count} fields agree</source>
        <translation>一致 {count} 项</translation>
    </message>
    <message>
        <source>{count} files written.</source>
        <translation>已生成 {count} 个文件。</translation>
    </message>
    <message>
        <source>{count} findings are on the map.</source>
        <translation>地图上已显示 {count} 条检查结果。</translation>
    </message>
    <message>
        <source>{count} illegal parcels not put right yet</source>
        <translation>{count} 个违法地块未整改到位</translation>
    </message>
    <message>
        <source>{count} illegal parcels without a case</source>
        <translation>{count} 个违法地块未立案</translation>
    </message>
    <message>
        <source>{count} illegal parcels without a plan to put right</source>
        <translation>{count} 个违法地块无整改计划</translation>
    </message>
    <message>
        <source>{count} inspections recorded.</source>
        <translation>已记录 {count} 宗核验。</translation>
    </message>
    <message>
        <source>{count} judged parcels would come out otherwise.</source>
        <translation>{count} 个已判定地块的建议会不同。</translation>
    </message>
    <message>
        <source>{count} land-use pieces are smaller than {limit} m², {area} m² together; they are in the sums.</source>
        <translation>有 {count} 个地类碎片小于 {limit} 平方米，合计 {area} 平方米；已计入合计。</translation>
    </message>
    <message>
        <source>{count} mineral patches of {month} are not part of this package.</source>
        <translation>{month} 的 {count} 个矿产图斑不在本成果包中。</translation>
    </message>
    <message>
        <source>{count} mineral patches of {month} are not part of this package; they are filled in by {day}, and {left} of their parcels are not judged yet.</source>
        <translation>{month}有{count}个矿产图斑，不在本成果包内；{day}前填报，其中{left}个地块尚未判定。</translation>
    </message>
    <message>
        <source>{count} more rows are not shown.</source>
        <translation>另有 {count} 行未列出。</translation>
    </message>
    <message>
        <source>{count} not handed up</source>
        <translation>{count} 个未上报</translation>
    </message>
    <message>
        <source>{count} of them lie on closed cases of the ledger: see the notes.</source>
        <translation>其中 {count} 个压盖台账中已销号的案件：见说明。</translation>
    </message>
    <message>
        <source>{count} of {total} parcels lie outside the extent of {layer}: none of them counts as inside. Check that the layer is complete.</source>
        <translation>{total} 个地块中有 {count} 个位于 {layer} 的范围之外：均不计入其内。请检查该图层是否完整。</translation>
    </message>
    <message>
        <source>{count} of {total} rows of {file} cannot be imported. First: {reason} Import the others only if that is meant.</source>
        <translation>{file} 的 {total} 行中有 {count} 行无法导入。首条原因：{reason} 确属本意时才导入其余部分。</translation>
    </message>
    <message>
        <source>{count} open rings were closed</source>
        <translation>已闭合 {count} 个未闭合的环</translation>
    </message>
    <message>
        <source>{count} parcels</source>
        <translation>{count} 个地块</translation>
    </message>
    <message>
        <source>{count} parcels compared</source>
        <translation>比对 {count} 个地块</translation>
    </message>
    <message>
        <source>{count} parcels computed.</source>
        <translation>计算 {count} 个地块。</translation>
    </message>
    <message>
        <source>{count} parcels have no figure and add nothing.</source>
        <translation>{count} 个地块没有数值，未计入。</translation>
    </message>
    <message>
        <source>{count} parcels not checked in the field</source>
        <translation>{count} 个地块未外业核查</translation>
    </message>
    <message>
        <source>{count} parcels not filled in</source>
        <translation>{count} 个地块未填报</translation>
    </message>
    <message>
        <source>{count} parcels not handed up</source>
        <translation>{count} 个地块未上报</translation>
    </message>
    <message>
        <source>{count} parcels not passed yet</source>
        <translation>{count} 个地块未审核通过</translation>
    </message>
    <message>
        <source>{count} parcels returned and not corrected</source>
        <translation>{count} 个地块退回未纠正</translation>
    </message>
    <message>
        <source>{count} parcels that the city must visit and has not</source>
        <translation>{count} 个地块应由市级核查而未核查</translation>
    </message>
    <message>
        <source>{count} parcels were put right.</source>
        <translation>已修正 {count} 个地块。</translation>
    </message>
    <message>
        <source>{count} parcels without a verdict</source>
        <translation>{count} 个地块未判定</translation>
    </message>
    <message>
        <source>{count} parcels without areas from the overlay</source>
        <translation>{count} 个地块未套合</translation>
    </message>
    <message>
        <source>{count} parcels, the first {shown} are listed</source>
        <translation>{count} 个地块，列出前 {shown} 个</translation>
    </message>
    <message>
        <source>{count} patches have this text: {words}</source>
        <translation>有 {count} 个图斑文字相同：{words}</translation>
    </message>
    <message>
        <source>{count} patches to visit: {file} and its GPX and KML.</source>
        <translation>须核查图斑 {count} 个：{file}，以及同名 GPX、KML。</translation>
    </message>
    <message>
        <source>{count} person checked it; penal work needs {least} at least.</source>
        <translation>核查人只有 {count} 人；涉及处罚的，不得少于 {least} 人。</translation>
    </message>
    <message>
        <source>{count} photos</source>
        <translation>照片 {count} 张</translation>
    </message>
    <message>
        <source>{count} photos attached.</source>
        <translation>已关联照片 {count} 张。</translation>
    </message>
    <message>
        <source>{count} photos may show military land and were left out.</source>
        <translation>{count} 张照片可能涉及军用土地，未关联。</translation>
    </message>
    <message>
        <source>{count} pictures added.</source>
        <translation>已添加 {count} 幅影像。</translation>
    </message>
    <message>
        <source>{count} recultivated parcels without a certificate</source>
        <translation>{count} 个复耕地块未出证明</translation>
    </message>
    <message>
        <source>{count} repeated points were left out</source>
        <translation>已略去 {count} 个重复点</translation>
    </message>
    <message>
        <source>{count} rings without area were left out</source>
        <translation>已略去 {count} 个没有面积的环</translation>
    </message>
    <message>
        <source>{count} rows are marked as deleted; left out.</source>
        <translation>{count} 行带有删除标记，已略去。</translation>
    </message>
    <message>
        <source>{count} rows are not shown: military land.</source>
        <translation>{count} 行涉及军用土地，不显示。</translation>
    </message>
    <message>
        <source>{count} rows of divided patches left out</source>
        <translation>{count} 行已拆分图斑未计</translation>
    </message>
    <message>
        <source>{count} rows of divided patches were left out; their parts are compared.</source>
        <translation>{count} 行被拆分的图斑未列入，比对的是拆分后的地块。</translation>
    </message>
    <message>
        <source>{count} rows of military land not shown</source>
        <translation>{count} 行军用土地不予显示</translation>
    </message>
    <message>
        <source>{count} shapes had heights or measures; left out.</source>
        <translation>{count} 个图形带有高程或度量值，已略去。</translation>
    </message>
    <message>
        <source>{count} sheets written.</source>
        <translation>已写出核查表 {count} 份。</translation>
    </message>
    <message>
        <source>{count} signs about {parcels} parcels</source>
        <translation>{count} 条疑点，涉及 {parcels} 个地块</translation>
    </message>
    <message>
        <source>{count} tiles are too many; {most} are allowed at once. Choose fewer zooms or a smaller margin.</source>
        <translation>瓦片过多：{count} 个，一次最多 {most} 个。请减少级别或外扩。</translation>
    </message>
    <message>
        <source>{count} tiles did not come. {why} What was brought so far is kept: run it again to go on.</source>
        <translation>有 {count} 个瓦片未取得。{why}已取得的瓦片保留，再次运行即可继续。</translation>
    </message>
    <message>
        <source>{count} to be corrected</source>
        <translation>{count} 个待纠正</translation>
    </message>
    <message>
        <source>{count} to be reviewed</source>
        <translation>{count} 个待审核</translation>
    </message>
    <message>
        <source>{count} were returned</source>
        <translation>共退回 {count} 个</translation>
    </message>
    <message>
        <source>{count} working files are written.</source>
        <translation>已生成 {count} 个分工文件。</translation>
    </message>
    <message>
        <source>{count} working files are written; {military} military patches stay here.</source>
        <translation>已生成 {count} 个分工文件；{military} 个军用图斑留在台账本中。</translation>
    </message>
    <message>
        <source>{crs} was taken as CGCS2000; they differ by less than a metre.</source>
        <translation>已将 {crs} 视同 CGCS2000，两者相差不到一米。</translation>
    </message>
    <message>
        <source>{days} day(s) late</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>{days} day(s) left</source>
        <translation>还剩 {days} 天</translation>
    </message>
    <message>
        <source>{day} applied by {who} {document}</source>
        <translation>{day} 申请验收 {who} {document}</translation>
    </message>
    <message>
        <source>{day} handed up, round {round}</source>
        <translation>{day} 第 {round} 轮上报</translation>
    </message>
    <message>
        <source>{day} {answer} by {who}</source>
        <translation>{day} {answer}（{who}）</translation>
    </message>
    <message>
        <source>{day} {outcome} by {who}</source>
        <translation>{day} {outcome}（{who}）</translation>
    </message>
    <message>
        <source>{day} {result} ({people})</source>
        <translation>{day} {result}（{people}）</translation>
    </message>
    <message>
        <source>{day}: overdue by {days} days</source>
        <translation>{day}：已逾期 {days} 天</translation>
    </message>
    <message>
        <source>{day}: {days} days left</source>
        <translation>{day}：还剩 {days} 天</translation>
    </message>
    <message>
        <source>{day}; by {people}; {result}. {words}</source>
        <translation>{day}；{people}；{result}。{words}</translation>
    </message>
    <message>
        <source>{differing} fields differ, {same} rows say what is recorded, {open} rows have no verdict, {refused} rows cannot be read.</source>
        <translation>{differing} 项不同，{same} 行与记录相同，{open} 行未判定，{refused} 行读不了。</translation>
    </message>
    <message>
        <source>{document}: “{quote}”</source>
        <translation>{document}：“{quote}”</translation>
    </message>
    <message>
        <source>{end} is before effective_from, {begin}</source>
        <translation>{end} 早于 effective_from（{begin}）</translation>
    </message>
    <message>
        <source>{entries} changes of {who}, about {parcels} parcels or cases</source>
        <translation>{who}：{entries} 项记录，涉及 {parcels} 个地块或案件</translation>
    </message>
    <message>
        <source>{errors} errors and {warnings} warnings. The package is written once no error stands. A double click goes to the parcel.</source>
        <translation>{errors} 个错误，{warnings} 条警告。没有错误后才能生成成果包。双击可转到该地块。</translation>
    </message>
    <message>
        <source>{factor} times the patch</source>
        <translation>图斑的 {factor} 倍</translation>
    </message>
    <message>
        <source>{field} is empty.</source>
        <translation>{field} 为空。</translation>
    </message>
    <message>
        <source>{field}: GBK has no {characters}; write it another way.</source>
        <translation>{field}：GBK 中没有 {characters}，请换一种写法。</translation>
    </message>
    <message>
        <source>{field}: the shapefile cannot hold it whole; the forms do.</source>
        <translation>{field}：Shapefile 无法完整存放，报表中为完整内容。</translation>
    </message>
    <message>
        <source>{field}: {found} bytes in GBK, the field holds {most}; shorten it.</source>
        <translation>{field}：GBK 编码为 {found} 字节，字段最多 {most} 字节；请缩短。</translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}：{old} → {new}</translation>
    </message>
    <message>
        <source>{field}: {value} has too many digits.</source>
        <translation>{field}：{value} 位数过多。</translation>
    </message>
    <message>
        <source>{field}: “{value}” is not in the list of its values: {known}.</source>
        <translation>{field}：“{value}” 不在值列表内：{known}。</translation>
    </message>
    <message>
        <source>{figure} went from {old} to {new} mu on {day}, after it was handed up.</source>
        <translation>上报之后，{figure}于 {day} 由 {old} 亩变为 {new} 亩。</translation>
    </message>
    <message>
        <source>{files} is missing</source>
        <translation>缺少 {files}</translation>
    </message>
    <message>
        <source>{file} cannot be opened: {why}</source>
        <translation>{file} 无法打开：{why}</translation>
    </message>
    <message>
        <source>{file} cannot be read to its end: it is damaged or was not copied whole.</source>
        <translation>{file} 读不完整：文件损坏或没有复制完整。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation>{file} 无法读取：{why}。</translation>
    </message>
    <message>
        <source>{file} cannot be read; it is damaged or not what its name says ({why}). Ask for it again.</source>
        <translation>{file} 无法读取：文件已损坏，或与其名称不符（{why}）。请要求重新下发。</translation>
    </message>
    <message>
        <source>{file} cannot be written to.</source>
        <translation>{file} 无法写入。</translation>
    </message>
    <message>
        <source>{file} cannot be written.</source>
        <translation>无法写入 {file}。</translation>
    </message>
    <message>
        <source>{file} changed while it was copied. Attach it again.</source>
        <translation>{file} 在复制过程中发生了变化，请重新关联。</translation>
    </message>
    <message>
        <source>{file} does not hold together: {what} differ.</source>
        <translation>{file} 前后不一致：{what}不相符。</translation>
    </message>
    <message>
        <source>{file} does not say its coordinate system; by its coordinates it is {crs}.</source>
        <translation>{file} 未注明坐标系，按其坐标判断为 {crs}。</translation>
    </message>
    <message>
        <source>{file} does not say which month its patches belong to. Give it.</source>
        <translation>{file} 未注明图斑所属月份，请指定。</translation>
    </message>
    <message>
        <source>{file} exists already; choose another name.</source>
        <translation>{file} 已存在，请换一个名称。</translation>
    </message>
    <message>
        <source>{file} from {sender}</source>
        <translation>{file}　来自 {sender}</translation>
    </message>
    <message>
        <source>{file} from {sender}, {month}</source>
        <translation>{file}　来自 {sender}，{month}</translation>
    </message>
    <message>
        <source>{file} has a member that leads elsewhere: {name}.</source>
        <translation>{file} 中有指向别处的文件：{name}。</translation>
    </message>
    <message>
        <source>{file} has changed since it was shown. Read it again.</source>
        <translation>{file} 在预览之后有变动，请重新读取。</translation>
    </message>
    <message>
        <source>{file} has neither a column of verdicts ({names}) nor one of flags.</source>
        <translation>{file}既没有判定列（{names}），也没有六个是否的列。</translation>
    </message>
    <message>
        <source>{file} has no column with patch numbers. It is called one of {names}; or say which it is.</source>
        <translation>{file} 没有图斑编号列。该列名应为 {names} 之一；或请指明是哪一列。</translation>
    </message>
    <message>
        <source>{file} has no layer with polygons.</source>
        <translation>{file} 中没有面图层。</translation>
    </message>
    <message>
        <source>{file} has no layer “{name}”. Choose one.</source>
        <translation>{file} 中没有图层“{name}”，请选择。</translation>
    </message>
    <message>
        <source>{file} has no row with a patch number. Its column is called one of {names}.</source>
        <translation>{file} 中没有带图斑编号的行。编号列的列名应为：{names}。</translation>
    </message>
    <message>
        <source>{file} has no sheet “{sheet}”.</source>
        <translation>{file} 中没有工作表“{sheet}”。</translation>
    </message>
    <message>
        <source>{file} has several layers. Choose one.</source>
        <translation>{file} 含多个图层，请选择其一。</translation>
    </message>
    <message>
        <source>{file} has six-digit eastings and does not say round which meridian. Choose the coordinate system.</source>
        <translation>{file} 的横坐标为六位数，且未注明中央经线。请选择坐标系。</translation>
    </message>
    <message>
        <source>{file} holds no file that can be read here.</source>
        <translation>{file} 中没有可读取的文件。</translation>
    </message>
    <message>
        <source>{file} holds no outline: an area, or a line or points with three corners at least.</source>
        <translation>{file} 中没有范围：要有面，或至少三个角点的线或点。</translation>
    </message>
    <message>
        <source>{file} holds nothing but another archive ({name}). Unpack it and open what is in it.</source>
        <translation>{file} 中只有另一个压缩包（{name}）。请解压后打开其中的文件。</translation>
    </message>
    <message>
        <source>{file} holds several zones; each feature was read in its own ({shares}).</source>
        <translation>{file} 含多个分带，各要素已按其所在带读取（{shares}）。</translation>
    </message>
    <message>
        <source>{file} is a PNG picture; its copy is called so.</source>
        <translation>{file} 实为 PNG 图片，副本按 PNG 命名。</translation>
    </message>
    <message>
        <source>{file} is a county's package; only a city's casebook takes it.</source>
        <translation>{file} 是县级成果包，只有市级台账本可以读取。</translation>
    </message>
    <message>
        <source>{file} is a damaged archive ({why}). Ask for it again.</source>
        <translation>{file} 是损坏的压缩包（{why}）。请要求重新下发。</translation>
    </message>
    <message>
        <source>{file} is damaged or not a casebook ({why}).</source>
        <translation>{file} 已损坏或不是台账本（{why}）。</translation>
    </message>
    <message>
        <source>{file} is damaged: a part of the picture is missing. Copy it anew.</source>
        <translation>{file} 已损坏，图像缺少一部分，请重新复制。</translation>
    </message>
    <message>
        <source>{file} is damaged: {reason}. Ask for it again.</source>
        <translation>{file} 已损坏：{reason}。请要求重新下发。</translation>
    </message>
    <message>
        <source>{file} is declared as {declared} ({by}), but its texts are {found}; read as {found}.</source>
        <translation>{file} 声明为 {declared}（{by}），但其文本实为 {found}；已按 {found} 读取。</translation>
    </message>
    <message>
        <source>{file} is feedback for {unit}, not for {own}.</source>
        <translation>{file} 是给{unit}的反馈，不是给{own}的。</translation>
    </message>
    <message>
        <source>{file} is in {crs}, which is not CGCS2000 and cannot be brought there without the local parameters. Have it converted, or say which system it really is in.</source>
        <translation>{file} 的坐标系为 {crs}，不是 CGCS2000，没有当地转换参数无法转换。请先行转换，或指明其实际坐标系。</translation>
    </message>
    <message>
        <source>{file} is larger than {most} MB and was left out; save it smaller.</source>
        <translation>{file} 超过 {most} MB，未挂接；请压缩后再试。</translation>
    </message>
    <message>
        <source>{file} is locked: another program is writing to it. Wait until it has finished or close it there, then try again.</source>
        <translation>{file} 已被锁定：另一程序正在写入。请等其完成或在该程序中关闭后重试。</translation>
    </message>
    <message>
        <source>{file} is neither JPEG nor PNG: it cannot be handed up. Save it as JPEG.</source>
        <translation>{file} 不是 JPEG 或 PNG，不能上报，请另存为 JPEG。</translation>
    </message>
    <message>
        <source>{file} is neither UTF-8 nor GBK text. Save it as CSV UTF-8.</source>
        <translation>{file} 既不是 UTF-8 也不是 GBK 文本，请另存为 CSV UTF-8。</translation>
    </message>
    <message>
        <source>{file} is neither xlsx nor CSV. Open it and save it as xlsx.</source>
        <translation>{file} 既不是 xlsx 也不是 CSV。请打开后另存为 xlsx。</translation>
    </message>
    <message>
        <source>{file} is no whole CSV table: line {line}: {why}. Look for a single quotation mark, or save it anew.</source>
        <translation>{file} 不是完整的 CSV 表格：第 {line} 行：{why}。请检查是否有落单的引号，或重新另存。</translation>
    </message>
    <message>
        <source>{file} is no workbook that can be read. Save it as xlsx anew.</source>
        <translation>{file} 不是可读取的工作簿，请重新另存为 xlsx。</translation>
    </message>
    <message>
        <source>{file} is not a boundary text: no parcel header line that ends in @ was found.</source>
        <translation>{file} 不是界址点文本：没有找到以 @ 结尾的地块首行。</translation>
    </message>
    <message>
        <source>{file} is not a casebook.</source>
        <translation>{file} 不是台账本。</translation>
    </message>
    <message>
        <source>{file} is not a layout template of QGIS. Save it anew in QGIS's layout designer, or take it away to use Tuban's form.</source>
        <translation>{file} 不是 QGIS 布局模板。请在 QGIS 布局设计器中重新保存，或移走它以使用 Tuban 的表式。</translation>
    </message>
    <message>
        <source>{file} is not a picture, or it is damaged.</source>
        <translation>{file} 不是图片，或已损坏。</translation>
    </message>
    <message>
        <source>{file} is not a whole zip archive: {why}.</source>
        <translation>{file} 不是完整的 zip 压缩包：{why}。</translation>
    </message>
    <message>
        <source>{file} is not a working file of this casebook.</source>
        <translation>{file} 不是本台账本的分工文件。</translation>
    </message>
    <message>
        <source>{file} is not in {folder} any more.</source>
        <translation>{file} 已不在 {folder} 中。</translation>
    </message>
    <message>
        <source>{file} is not text in {encoding}: byte {at} cannot be read. Ask for it again.</source>
        <translation>{file} 不是 {encoding} 文本：第 {at} 字节无法读取，请要求重新下发。</translation>
    </message>
    <message>
        <source>{file} is not there any more: it was moved, deleted or replaced while it was being read. Put it back and try again.</source>
        <translation>{file} 已不存在：读取过程中被移动、删除或替换。请放回原处后重试。</translation>
    </message>
    <message>
        <source>{file} is not understood; as if it were missing.</source>
        <translation>{file} 的内容无法识别，按缺失处理。</translation>
    </message>
    <message>
        <source>{file} is of no kind that can be read here. Choose a shapefile (.shp or .zip), GeoPackage, FileGDB, GeoJSON or boundary text (.txt).</source>
        <translation>{file} 不是可读取的格式。请选择 Shapefile（.shp 或 .zip）、GeoPackage、FileGDB、GeoJSON 或界址点文本（.txt）。</translation>
    </message>
    <message>
        <source>{file} is open for reading only.</source>
        <translation>{file} 以只读方式打开。</translation>
    </message>
    <message>
        <source>{file} is read: {entries} entries, {photos} photos.</source>
        <translation>{file} 已读取：{entries} 条记录，{photos} 张照片。</translation>
    </message>
    <message>
        <source>{file} is signed with another key than the one known of its sender. Ask them before it is used.</source>
        <translation>{file} 的签名密钥与所登记的报送方密钥不同，使用前请先向其核实。</translation>
    </message>
    <message>
        <source>{file} is there already; choose another folder.</source>
        <translation>{file} 已经存在，请另选文件夹。</translation>
    </message>
    <message>
        <source>{file} is this casebook itself; its months are linked anyway.</source>
        <translation>{file} 就是当前台账，台账内各月会自动关联。</translation>
    </message>
    <message>
        <source>{file} needs a password. Unpack it and open what is in it.</source>
        <translation>{file} 需要密码。请先解压，再打开其中的文件。</translation>
    </message>
    <message>
        <source>{file} should be UTF-8 but is {encoding}; read so.</source>
        <translation>{file} 应为 UTF-8，实为 {encoding}；已按后者读取。</translation>
    </message>
    <message>
        <source>{file} shows nothing of a parcel: it has neither a map called {maps} nor a variable {variable}…. Copy Tuban's form and change the copy.</source>
        <translation>{file} 中没有地块的内容：既没有名为 {maps} 的地图，也没有 {variable}… 变量。请复制 Tuban 的表式再修改。</translation>
    </message>
    <message>
        <source>{file} was left in the middle of a change. Open it once where it can be written, together with {journal}.</source>
        <translation>{file} 上次修改中途中断。请将其与 {journal} 一起放到可写的位置打开一次。</translation>
    </message>
    <message>
        <source>{file} was moved, deleted or replaced and has been closed. What was recorded until then is in it; open it again where it is now.</source>
        <translation>{file} 已被移动、删除或替换，台账本已关闭。此前的记录都在该文件中；请在它现在的位置重新打开。</translation>
    </message>
    <message>
        <source>{file} was moved, deleted or replaced while it was open. Nothing was recorded; open it again where it is now.</source>
        <translation>{file} 在打开期间被移动、删除或替换。本次没有记录；请在它现在的位置重新打开。</translation>
    </message>
    <message>
        <source>{file} was not unpacked: {reason}. Ask the sender for a plain archive.</source>
        <translation>{file} 未解压：{reason}。请向发送方索取普通压缩包。</translation>
    </message>
    <message>
        <source>{file} was not written to {folder}. Is it open in another program?</source>
        <translation>{file} 未能写入 {folder}。是否正在其他程序中打开？</translation>
    </message>
    <message>
        <source>{file} was not written to {folder}: {why}.</source>
        <translation>{file} 未能写入 {folder}：{why}。</translation>
    </message>
    <message>
        <source>{file} was not written: the folder {folder} does not exist.</source>
        <translation>{file} 未写入：文件夹 {folder} 不存在。</translation>
    </message>
    <message>
        <source>{file} was not written: there is no space left in {folder}. Free some space or choose another folder.</source>
        <translation>{file} 未写入：{folder} 空间不足。请释放空间或另选文件夹。</translation>
    </message>
    <message>
        <source>{file} was not written: {folder} does not allow it, or the file is open in another program. Close it or choose another folder.</source>
        <translation>{file} 未写入：{folder} 不允许写入，或文件正被其他程序打开。请关闭该文件或另选文件夹。</translation>
    </message>
    <message>
        <source>{file} was written by a newer Tuban. Update Tuban to read it.</source>
        <translation>{file} 由更新版本的 Tuban 写成，请升级 Tuban 后再读取。</translation>
    </message>
    <message>
        <source>{file} was written by an older Tuban and has to be opened for writing once.</source>
        <translation>{file} 由旧版本的图斑写成，须先以可写方式打开一次。</translation>
    </message>
    <message>
        <source>{file} was written by an older Tuban and holds no records, only forms and layers. Ask for it to be written again.</source>
        <translation>{file} 由较旧版本的 Tuban 写成，只有表和图层，没有记录。请要求重新导出。</translation>
    </message>
    <message>
        <source>{file} {row}, SHA-256 {hash}</source>
        <translation>{file} {row}，SHA-256 {hash}</translation>
    </message>
    <message>
        <source>{file}, unless another one is chosen</source>
        <translation>默认使用 {file}，可另选</translation>
    </message>
    <message>
        <source>{file}.shx {reason}; it was rebuilt from the .shp for reading, the source was left as it is.</source>
        <translation>{file}.shx {reason}；已根据 .shp 重建以供读取，原文件未作改动。</translation>
    </message>
    <message>
        <source>{file}: in {count} of {total} parcels the easting is written before the northing; read so, by the size of the numbers.</source>
        <translation>{file}：{total} 个地块中有 {count} 个先写横坐标后写纵坐标；已根据数值大小照此读取。</translation>
    </message>
    <message>
        <source>{file}: no column is called {name}. Its first rows have to hold the headings.</source>
        <translation>{file}：没有名为 {name} 的列。表头须在前几行中。</translation>
    </message>
    <message>
        <source>{file}: the part {part} is missing; {why}. Ask for the complete shapefile (.shp, .dbf, .shx, .prj).</source>
        <translation>{file}：缺少 {part}；{why}。请要求提供完整的 Shapefile（.shp、.dbf、.shx、.prj）。</translation>
    </message>
    <message>
        <source>{file}: zone {zone} does not exist.</source>
        <translation>{file}：不存在第 {zone} 带。</translation>
    </message>
    <message>
        <source>{file}: {cases} cases, {photos} photos; recorded in the journal.</source>
        <translation>{file}：{cases} 个案件，{photos} 张照片；已记入日志。</translation>
    </message>
    <message>
        <source>{file}: {count} members agree with the manifest.</source>
        <translation>{file}：{count} 个文件与清单一致。</translation>
    </message>
    <message>
        <source>{file}: {count} parcels that wait for the city's inspection.</source>
        <translation>{file}：{count} 宗地块等待市级核验。</translation>
    </message>
    <message>
        <source>{file}: {count} patches of {month} have earlier work there.</source>
        <translation>{file}：{month}有{count}个图斑在其中有往期记录。</translation>
    </message>
    <message>
        <source>{file}: {why}</source>
        <translation>{file}：{why}</translation>
    </message>
    <message>
        <source>{first} ({first_code}) and {second} ({second_code}) overlap by {area} m²; the first one counts.</source>
        <translation>{first}（{first_code}）与 {second}（{second_code}）重叠 {area} 平方米；以前者为准。</translation>
    </message>
    <message>
        <source>{first} and {count} more</source>
        <translation>{first}，另有{count}条</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>{flag} is answered twice: “{one}” and “{other}”.</source>
        <translation>{flag} 填写了两次：“{one}”和“{other}”。</translation>
    </message>
    <message>
        <source>{how}, {percent} % of this patch</source>
        <translation>{how}，占本图斑 {percent} %</translation>
    </message>
    <message>
        <source>{item}</source>
        <translation>{item}</translation>
    </message>
    <message>
        <source>{kept} of {count} unchanged: nothing under them has changed.</source>
        <translation>{count} 个中 {kept} 个未变：其依据没有变化。</translation>
    </message>
    <message>
        <source>{key} has no area.</source>
        <translation>{key} 没有面积。</translation>
    </message>
    <message>
        <source>{key} has no area: its figures are NULL.</source>
        <translation>{key} 没有面积：其数值为 NULL。</translation>
    </message>
    <message>
        <source>{key}: {columns} is unknown.</source>
        <translation>{key}：{columns} 未知。</translation>
    </message>
    <message>
        <source>{key}: {value} in the plan it was copied from</source>
        <translation>{key}：原方案为 {value}</translation>
    </message>
    <message>
        <source>{kind}: attach the photos themselves.</source>
        <translation>{kind}：请直接挂接照片。</translation>
    </message>
    <message>
        <source>{kind}: carried out before it was decided.</source>
        <translation>{kind}：执行日期早于决定日期。</translation>
    </message>
    <message>
        <source>{kind}: carried out, and nothing is decided.</source>
        <translation>{kind}：已执行，但没有决定。</translation>
    </message>
    <message>
        <source>{kind}: it ended before it began.</source>
        <translation>{kind}：结束日期早于开始日期。</translation>
    </message>
    <message>
        <source>{kind}: more than {most} characters.</source>
        <translation>{kind}：超过 {most} 个字符。</translation>
    </message>
    <message>
        <source>{kind}: the day it began is missing.</source>
        <translation>{kind}：未填开始日期。</translation>
    </message>
    <message>
        <source>{kind}: the day it was carried out is missing.</source>
        <translation>{kind}：缺少执行日期。</translation>
    </message>
    <message>
        <source>{kind}: why these days do not count is not said.</source>
        <translation>{kind}：未说明为何不计入。</translation>
    </message>
    <message>
        <source>{kind}: {more} more carried out than decided.</source>
        <translation>{kind}：已执行数比决定数多 {more}。</translation>
    </message>
    <message>
        <source>{kind}: “{given}” is no date. Write it like 2024-05-31.</source>
        <translation>{kind}：“{given}”不是日期，请写成 2024-05-31。</translation>
    </message>
    <message>
        <source>{kind}: “{given}” is no number in {unit}.</source>
        <translation>{kind}：“{given}”不是以 {unit} 计的数字。</translation>
    </message>
    <message>
        <source>{kind}: “{given}” is none of {known}.</source>
        <translation>{kind}：“{given}”不在取值（{known}）之中。</translation>
    </message>
    <message>
        <source>{layer} does not reach the land-use layer at all: it tells nothing about this parcel. Check its county and its coordinate system.</source>
        <translation>{layer} 与地类图层完全不相接：对该地块不能说明任何情况。请检查其所属县和坐标系。</translation>
    </message>
    <message>
        <source>{layer} has coordinates that are not numbers.</source>
        <translation>{layer} 的坐标中有非数值。</translation>
    </message>
    <message>
        <source>{layer} has no field for the deduction factor ({expected}): nothing is deducted, and net cultivated land is the gross one.</source>
        <translation>{layer} 没有扣除系数字段（{expected}）：不作扣除，耕地净面积即毛面积。</translation>
    </message>
    <message>
        <source>{layer} has no field “{name}”. Choose another.</source>
        <translation>{layer} 没有字段“{name}”，请另选。</translation>
    </message>
    <message>
        <source>{layer} holds no patches.</source>
        <translation>{layer} 中没有图斑。</translation>
    </message>
    <message>
        <source>{layer} is as of {version}, older than the patch's first image of {date}.</source>
        <translation>{layer} 的时点为 {version}，早于图斑前时相 {date}。</translation>
    </message>
    <message>
        <source>{layer} names no coordinate system, and the size of its coordinates does not tell it. Give its .prj file or set its coordinate system.</source>
        <translation>{layer} 未注明坐标系，且无法由坐标大小判断。请补充 .prj 文件或设置坐标系。</translation>
    </message>
    <message>
        <source>{layer} names no coordinate system; by the size of its coordinates it was read as {crs}.</source>
        <translation>{layer} 未注明坐标系，已根据坐标大小按 {crs} 读取。</translation>
    </message>
    <message>
        <source>{layer} says it is in degrees ({crs}), but its coordinates are metres. Give it the right coordinate system.</source>
        <translation>{layer} 声明为经纬度（{crs}），但坐标单位是米。请设置正确的坐标系。</translation>
    </message>
    <message>
        <source>{layer} says it is in metres ({crs}), but its coordinates are degrees. Give it the right coordinate system.</source>
        <translation>{layer} 声明为米制坐标（{crs}），但坐标是度。请设置正确的坐标系。</translation>
    </message>
    <message>
        <source>{layer} says it is in {crs}, but its eastings lie {distance} km from that zone's middle ({left} … {right}). Give it the coordinate system of the right zone, with or without zone number.</source>
        <translation>{layer} 声明为 {crs}，但其横坐标距该带中央经线 {distance} 千米（{left} … {right}）。请设置正确分带的坐标系（带号或不带号）。</translation>
    </message>
    <message>
        <source>{layer}: no field is known to hold the patch numbers. Choose it.</source>
        <translation>{layer}：无法判断哪个字段是图斑编号，请选择。</translation>
    </message>
    <message>
        <source>{layer}: {distance} m away.</source>
        <translation>距{layer} {distance} 米。</translation>
    </message>
    <message>
        <source>{least} inspectors at least are needed; there are {count}.</source>
        <translation>验收人员应不少于 {least} 人，现为 {count} 人。</translation>
    </message>
    <message>
        <source>{level} (final): {verdict}</source>
        <translation>{level}（最终）：{verdict}</translation>
    </message>
    <message>
        <source>{level}: none any more</source>
        <translation>{level}：已取消</translation>
    </message>
    <message>
        <source>{level}: {verdict}</source>
        <translation>{level}：{verdict}</translation>
    </message>
    <message>
        <source>{level}: {verdict}; {reason}</source>
        <translation>{level}：{verdict}；{reason}</translation>
    </message>
    <message>
        <source>{line}: {percent}% and more</source>
        <translation>已达“{line}”线（{percent}%以上）</translation>
    </message>
    <message>
        <source>{list}</source>
        <translation>{list}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message>
        <source>{low} to {high} is expected</source>
        <translation>应在 {low} 到 {high} 之间</translation>
    </message>
    <message>
        <source>{low}–{years} years</source>
        <translation>{low}–{years} 年</translation>
    </message>
    <message>
        <source>{method}</source>
        <translation>{method}</translation>
    </message>
    <message>
        <source>{metres} m from it if its position is GCJ-02, but not otherwise</source>
        <translation>若坐标为 GCJ-02，则距地块 {metres} 米；否则不在附近</translation>
    </message>
    <message>
        <source>{month}</source>
        <translation>{month}</translation>
    </message>
    <message>
        <source>{month} cleared and handed up</source>
        <translation>{month} 月清上报</translation>
    </message>
    <message>
        <source>{month} corrected and settled</source>
        <translation>{month} 月核纠正</translation>
    </message>
    <message>
        <source>{month} has fewer patches than there are people.</source>
        <translation>{month} 的图斑数少于人数。</translation>
    </message>
    <message>
        <source>{month}.</source>
        <translation>{month}月</translation>
    </message>
    <message>
        <source>{month}/{year}</source>
        <translation>{year}年{month}月</translation>
    </message>
    <message>
        <source>{more} too much</source>
        <translation>多 {more}</translation>
    </message>
    <message>
        <source>{mu} mu</source>
        <translation>{mu} 亩</translation>
    </message>
    <message>
        <source>{mu} mu are not put right yet.</source>
        <translation>尚有 {mu} 亩未整改。</translation>
    </message>
    <message>
        <source>{mu} mu, of which cultivated {cultivated}, basic farmland {basic}</source>
        <translation>{mu} 亩，其中耕地 {cultivated} 亩、永久基本农田 {basic} 亩</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{name} (new)</source>
        <translation>{name}（新）</translation>
    </message>
    <message>
        <source>{name} ({code}) is not among the units of the plan.</source>
        <translation>{name}（{code}）不在工作方案所列单位之中。</translation>
    </message>
    <message>
        <source>{name} ({code}, not in the plan)</source>
        <translation>{name}（{code}，方案中没有）</translation>
    </message>
    <message>
        <source>{name} ({title}) is in {datum}: it lies hundreds of metres off. Do not judge by it.</source>
        <translation>{name}（{title}）采用 {datum} 坐标，偏移数百米，不能据此判定。</translation>
    </message>
    <message>
        <source>{name} ({unit})</source>
        <translation>{name}（{unit}）</translation>
    </message>
    <message>
        <source>{name} cannot be read</source>
        <translation>{name} 无法读取</translation>
    </message>
    <message>
        <source>{name} cannot be shown: its file or service is not there.</source>
        <translation>{name} 无法显示：文件或服务不存在。</translation>
    </message>
    <message>
        <source>{name} casebook.gpkg</source>
        <translation>{name}台账本.gpkg</translation>
    </message>
    <message>
        <source>{name} has another size</source>
        <translation>{name} 大小不同</translation>
    </message>
    <message>
        <source>{name} has no coordinate system, so it lies nowhere. Set it under the layer's properties.</source>
        <translation>{name} 没有坐标系，无法定位。请在图层属性中设置。</translation>
    </message>
    <message>
        <source>{name} has no date: whether it fits is not known.</source>
        <translation>{name} 没有日期，无法确定是否合适。</translation>
    </message>
    <message>
        <source>{name} in {file} unpacks to more than it may.</source>
        <translation>{file} 中的 {name} 解压后超过允许大小。</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>缺少 {name}</translation>
    </message>
    <message>
        <source>{name} is not in the manifest</source>
        <translation>{name} 不在清单中</translation>
    </message>
    <message>
        <source>{name} is not what the manifest says</source>
        <translation>{name} 与清单不符</translation>
    </message>
    <message>
        <source>{name} is there twice</source>
        <translation>{name} 重复</translation>
    </message>
    <message>
        <source>{name} is {off} days from the patch's date {wanted}; none is nearer.</source>
        <translation>{name} 与图斑日期 {wanted} 相差 {off} 天，没有更近的影像。</translation>
    </message>
    <message>
        <source>{name}: the service cannot be reached. Is there a network?</source>
        <translation>{name}：无法连接服务，请检查网络。</translation>
    </message>
    <message>
        <source>{name}: the service does not answer. The map goes on without it.</source>
        <translation>{name}：服务没有响应，地图不再等待。</translation>
    </message>
    <message>
        <source>{name}: the service has no picture here ({status}).</source>
        <translation>{name}：服务在此处没有影像（{status}）。</translation>
    </message>
    <message>
        <source>{name}: the service is out of order ({status}).</source>
        <translation>{name}：服务故障（{status}）。</translation>
    </message>
    <message>
        <source>{name}: the service refuses ({status}). Its key may be wrong, used up or not for here.</source>
        <translation>{name}：服务拒绝访问（{status}）。密钥可能有误、额度用尽或无权访问此处。</translation>
    </message>
    <message>
        <source>{name}: the service sends a web page instead of pictures. Sign in, or check its address.</source>
        <translation>{name}：服务返回的是网页而不是影像。请登录或检查地址。</translation>
    </message>
    <message>
        <source>{name}: the service was asked too often ({status}). Wait a while.</source>
        <translation>{name}：访问过于频繁（{status}），请稍候。</translation>
    </message>
    <message>
        <source>{name}: {area}, cultivated {cultivated}, basic farmland {farmland}</source>
        <translation>{name}：{area}，耕地 {cultivated}，永农 {farmland}</translation>
    </message>
    <message>
        <source>{name}: {before} → {after}</source>
        <translation>{name}：{before} → {after}</translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation>{name}：{words}</translation>
    </message>
    <message>
        <source>{new} new patches, {same} already in the casebook, {changed} there with other content (they stay as they are), {refused} rows refused.</source>
        <translation>{new} 个新图斑，{same} 个已在台账本中，{changed} 个已有但内容不同（保持原样），{refused} 行被拒绝。</translation>
    </message>
    <message>
        <source>{number} for {parcel} is not printed: the record no longer says what was certified. Revoke it and issue another.</source>
        <translation>{parcel} 的证明 {number} 未打印：台账本现有内容与所证明的内容已不一致。请撤销后重新出具。</translation>
    </message>
    <message>
        <source>{number} is neither a certificate nor an accepted parcel of {month}.</source>
        <translation>{number} 既不是 {month} 的证明，也不是该月核验到位的地块。</translation>
    </message>
    <message>
        <source>{number} is revoked.</source>
        <translation>{number} 已撤销。</translation>
    </message>
    <message>
        <source>{number}, revoked on {day}</source>
        <translation>{number}（{day} 撤销）</translation>
    </message>
    <message>
        <source>{number}, revoked {day}</source>
        <translation>{number}，{day} 已撤销</translation>
    </message>
    <message>
        <source>{number}: its geometry differs from the one recorded.</source>
        <translation>{number}：图形与记录的不一致。</translation>
    </message>
    <message>
        <source>{number}: {reason}</source>
        <translation>{number}：{reason}</translation>
    </message>
    <message>
        <source>{number}: {why}</source>
        <translation>{number}：{why}</translation>
    </message>
    <message>
        <source>{one}
{other}</source>
        <translation>{one}
{other}</translation>
    </message>
    <message>
        <source>{one} and {other} cannot be told apart by their columns</source>
        <translation>{one} 与 {other} 无法按列名区分</translation>
    </message>
    <message>
        <source>{one}; {other}</source>
        <translation>{one}；{other}</translation>
    </message>
    <message>
        <source>{parcels} do not lie side by side: together they would be no single piece.</source>
        <translation>{parcels} 不相邻，合并后不是一个整块。</translation>
    </message>
    <message>
        <source>{parcels} fit alike.</source>
        <translation>{parcels} 同样符合。</translation>
    </message>
    <message>
        <source>{parcels}. Enter records, Backspace goes back.</source>
        <translation>{parcels}。Enter 记录，Backspace 退回。</translation>
    </message>
    <message>
        <source>{parcel} cannot be divided so: the outline of a piece would cross itself.</source>
        <translation>{parcel} 不能这样分割：其中一部分的边界会自相交。</translation>
    </message>
    <message>
        <source>{parcel} cannot be divided so: the pieces would leave a gap or overlap by {area} m².</source>
        <translation>{parcel} 不能这样分割：各部分之间会有 {area} 平方米的缝隙或重叠。</translation>
    </message>
    <message>
        <source>{parcel} cannot be divided so: {why}.</source>
        <translation>{parcel} 不能这样分割：{why}。</translation>
    </message>
    <message>
        <source>{parcel} has certificate {number} already; revoke that one first.</source>
        <translation>{parcel} 已有证明 {number}；请先撤销。</translation>
    </message>
    <message>
        <source>{parcel} has certificate {number} and cannot be divided or put together with others; revoke the certificate first.</source>
        <translation>{parcel} 已有证明 {number}，不能分割或合并；请先撤销证明。</translation>
    </message>
    <message>
        <source>{parcel} has no certificate.</source>
        <translation>{parcel} 没有到位证明。</translation>
    </message>
    <message>
        <source>{parcel} is closed in the ledger and cannot be divided or put together with others; reopen it first.</source>
        <translation>{parcel} 已在台账中销号，不能分割或合并；请先重新立账。</translation>
    </message>
    <message>
        <source>{parcel} is no parcel of {patch} now.</source>
        <translation>{parcel} 现在不是 {patch} 的地块。</translation>
    </message>
    <message>
        <source>{parcel} was inspected by the city and cannot be divided or put together with others; take the inspection out first.</source>
        <translation>{parcel} 已经市级核验，不能分割或合并；请先取消该核验记录。</translation>
    </message>
    <message>
        <source>{parcel} was not found in place by its last inspection.</source>
        <translation>{parcel} 最近一次核验的结论不是整改到位。</translation>
    </message>
    <message>
        <source>{parcel}: a certificate stays as it was issued. It can be revoked, not changed or taken out.</source>
        <translation>{parcel}：证明一经出具即保持原样，可以撤销，不能修改或删除。</translation>
    </message>
    <message>
        <source>{parcel}: {why}</source>
        <translation>{parcel}：{why}</translation>
    </message>
    <message>
        <source>{part} mu of layer {layer} lie in a parcel of {area} mu.</source>
        <translation>图层 {layer} 有 {part} 亩落在 {area} 亩的地块内。</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} / {whole}</translation>
    </message>
    <message>
        <source>{patch} is military land: it is given to no working file.</source>
        <translation>{patch}是军用土地，不放入任何分工文件。</translation>
    </message>
    <message>
        <source>{patch} is not among the patches of {month} that are handed up.</source>
        <translation>{patch} 不在 {month} 可上报的图斑之中。</translation>
    </message>
    <message>
        <source>{patch}: {count} parcels</source>
        <translation>{patch}：{count} 个地块</translation>
    </message>
    <message>
        <source>{period}, as of {day}</source>
        <translation>{period}，截至 {day}</translation>
    </message>
    <message>
        <source>{period}: in the ratio's numerator</source>
        <translation>{period}：计入比例的违法占用耕地地块</translation>
    </message>
    <message>
        <source>{place} is not known and stands in the paper as it is. Known are: {known}</source>
        <translation>不认识占位符 {place}，它原样留在文稿中。可用的有：{known}</translation>
    </message>
    <message>
        <source>{place} needs a line of its own in the body of the template; it stands in the paper as it is</source>
        <translation>{place} 须在模板正文中独占一行；它原样留在文稿中</translation>
    </message>
    <message>
        <source>{reason}; it is put right, visit the result, too</source>
        <translation>{reason}；已整改，整改结果一并核查</translation>
    </message>
    <message>
        <source>{role}: {layer}, {version}, {crs}; SHA-256 {hash}</source>
        <translation>{role}：{layer}，{version}，{crs}；SHA-256 {hash}</translation>
    </message>
    <message>
        <source>{role}: {layer}, {version}, {crs}; a database has no hash</source>
        <translation>{role}：{layer}，{version}，{crs}；数据库无哈希值</translation>
    </message>
    <message>
        <source>{rows} rows: {new} new cases, of which {linked} are a parcel here; {changed} differ from the ledger, {same} are in it, {listed} are not taken in.</source>
        <translation>{rows} 行：新增 {new} 个案件，其中 {linked} 个对应本台账本地块；与台账不同 {changed}，台账已有 {same}，不导入 {listed}。</translation>
    </message>
    <message>
        <source>{rows} rows: {new} to be recorded, {same} recorded already, {open} not inspected yet, {refused} refused.</source>
        <translation>共 {rows} 行：待记录 {new}，已有记录 {same}，尚未核验 {open}，不能记录 {refused}。</translation>
    </message>
    <message>
        <source>{rule} ({origin})</source>
        <translation>{rule}（{origin}）</translation>
    </message>
    <message>
        <source>{rule}: {shown} mu (unrounded {raw})</source>
        <translation>{rule}：{shown}亩（取整前{raw}亩）</translation>
    </message>
    <message>
        <source>{rule}: {shown} mu (unrounded {raw}), threshold {least} mu</source>
        <translation>{rule}：{shown}亩（取整前{raw}亩），阈值{least}亩</translation>
    </message>
    <message>
        <source>{shown} of {all} cases; {left} open with {area} of cultivated land</source>
        <translation>显示 {shown}/{all} 个案件；未销号 {left} 个，未整改耕地 {area}</translation>
    </message>
    <message>
        <source>{shown} of {all} rechecks, {late} overdue</source>
        <translation>显示 {shown}/{all} 项复核，逾期 {late} 项</translation>
    </message>
    <message>
        <source>{shown} shown; overdue {overdue}, due {due}, not before {waiting}</source>
        <translation>显示 {shown} 项；逾期 {overdue}，到期 {due}，尚不得办理 {waiting}</translation>
    </message>
    <message>
        <source>{stage}, round {round}</source>
        <translation>{stage}，第 {round} 轮</translation>
    </message>
    <message>
        <source>{step} on {day} is before {before} on {earlier}.</source>
        <translation>“{step}”（{day}）早于“{before}”（{earlier}）。</translation>
    </message>
    <message>
        <source>{step} on {day}: it had to wait until {due} was over ({term}).</source>
        <translation>“{step}”（{day}）：应在 {due} 之后办理（{term}）。</translation>
    </message>
    <message>
        <source>{step}: the day is missing.</source>
        <translation>“{step}”：缺少日期。</translation>
    </message>
    <message>
        <source>{step}: {day} is still to come.</source>
        <translation>“{step}”：{day} 尚未到。</translation>
    </message>
    <message>
        <source>{subject} has changed since it was read; look at it again.</source>
        <translation>{subject} 在读取之后已有变化，请重新查看。</translation>
    </message>
    <message>
        <source>{subject} in its records and in its journal</source>
        <translation>{subject} 在记录与日志中的内容</translation>
    </message>
    <message>
        <source>{subject} was changed on both sides; choose what is to stand.</source>
        <translation>{subject} 双方都改过，请选定以哪一个为准。</translation>
    </message>
    <message>
        <source>{subject}: nothing can be taken out of the ledger.</source>
        <translation>{subject}：台账中的记录不能删除。</translation>
    </message>
    <message>
        <source>{subject}: what was closed or reopened in the ledger stays there; close or reopen it anew.</source>
        <translation>{subject}：台账中的销号和重新立账记录保留不变；请另行销号或重新立账。</translation>
    </message>
    <message>
        <source>{subject}: {part} was changed on both sides.</source>
        <translation>{subject}：{part}双方都改过。</translation>
    </message>
    <message>
        <source>{table}, {column}: the rows add up to {rows}, the whole is {whole}.</source>
        <translation>{table}，{column}：各行合计 {rows}，总计 {whole}。</translation>
    </message>
    <message>
        <source>{table}, {row}: {column} is {whole}, its parts add up to {parts}.</source>
        <translation>{table}，{row}：{column}为 {whole}，各分项合计 {parts}。</translation>
    </message>
    <message>
        <source>{table}, {row}: {part} is {value}, more than {whole}, {limit}.</source>
        <translation>{table}，{row}：{part}为 {value}，大于{whole} {limit}。</translation>
    </message>
    <message>
        <source>{term}: the last day was {due}.</source>
        <translation>{term}：最后一日为 {due}。</translation>
    </message>
    <message>
        <source>{tiles} tiles of zooms {zooms}, about {megabytes} MB; {there} are there already.</source>
        <translation>{zooms} 级共 {tiles} 个瓦片，约 {megabytes} MB；已有 {there} 个。</translation>
    </message>
    <message>
        <source>{title} · example</source>
        <translation>{title} · 示例</translation>
    </message>
    <message>
        <source>{unit}: {count} of {total}</source>
        <translation>{unit}：{total} 个中抽 {count} 个</translation>
    </message>
    <message>
        <source>{unit}: {count} waiting</source>
        <translation>{unit}：待办 {count} 个</translation>
    </message>
    <message>
        <source>{value} differs from plan.json, {mine}</source>
        <translation>“{value}”与 plan.json 的“{mine}”不一致</translation>
    </message>
    <message>
        <source>{value} is {kind}</source>
        <translation>{value} 为 {kind}</translation>
    </message>
    <message>
        <source>{verdict} (not in the new plan)</source>
        <translation>{verdict}（新方案中没有）</translation>
    </message>
    <message>
        <source>{way}: it has a day on which it was done, and is not done.</source>
        <translation>{way}：有完成日期，但未标为完成。</translation>
    </message>
    <message>
        <source>{way}: the area is missing.</source>
        <translation>{way}：缺面积。</translation>
    </message>
    <message>
        <source>{way}: the day on which it was done is missing.</source>
        <translation>{way}：缺完成日期。</translation>
    </message>
    <message>
        <source>{way}: the number of the document is missing.</source>
        <translation>{way}：缺少文号。</translation>
    </message>
    <message>
        <source>{way}: {day} is still to come.</source>
        <translation>{way}：{day} 尚未到来。</translation>
    </message>
    <message>
        <source>{way}: {missing}. It does not count yet.</source>
        <translation>{way}：{missing}。暂不计为已整改。</translation>
    </message>
    <message>
        <source>{way}: {part} mu of {what} in {whole} mu.</source>
        <translation>{way}：{whole} 亩中有{what} {part} 亩。</translation>
    </message>
    <message>
        <source>{way}: {why}. It does not count as put right.</source>
        <translation>{way}：{why}。不计为已整改。</translation>
    </message>
    <message>
        <source>{what} ({who}, entry {seq})</source>
        <translation>{what}（{who}，第 {seq} 条）</translation>
    </message>
    <message>
        <source>{what} It is left out here; ask the offices which of the two holds, and have the other revoked and issued anew.</source>
        <translation>{what}此处未收入；请向出具单位核实以哪一份为准，另一份撤销后重新出具。</translation>
    </message>
    <message>
        <source>{what} Set the parameter {name} to one of: {choices}.</source>
        <translation>{what}请将参数 {name} 设为以下之一：{choices}。</translation>
    </message>
    <message>
        <source>{what} Set the parameter {name}.</source>
        <translation>{what}请设置参数 {name}。</translation>
    </message>
    <message>
        <source>{what} Set the parameter {name}. {choices}</source>
        <translation>{what}请设置参数 {name}。{choices}</translation>
    </message>
    <message>
        <source>{what} is missing</source>
        <translation>缺{what}</translation>
    </message>
    <message>
        <source>{what}: the sheet has {shown}, the record {kept}.</source>
        <translation>{what}：证明上为 {shown}，台账本中为 {kept}。</translation>
    </message>
    <message>
        <source>{what}: {day} is after the cut-off, {cutoff}</source>
        <translation>{what}：{day} 晚于时间节点 {cutoff}</translation>
    </message>
    <message>
        <source>{what}: “{given}” is no date. Write it like 2023-05-08.</source>
        <translation>{what}：“{given}”不是日期。请写成 2023-05-08 这样。</translation>
    </message>
    <message>
        <source>{what}: “{given}” is no number of zero or more.</source>
        <translation>{what}：“{given}”不是大于等于零的数。</translation>
    </message>
    <message>
        <source>{who} on {host} has had this casebook open since {since}. You can read; what is recorded there shows here.</source>
        <translation>{who} 自 {since} 起在 {host} 上打开着该台账本。您可以读取；那边记录的内容会显示在这里。</translation>
    </message>
    <message>
        <source>{who} on {host} has had {file} open since {since}; it can only be read here.</source>
        <translation>{who} 自 {since} 起在 {host} 上打开着 {file}，此处只能读取。</translation>
    </message>
    <message>
        <source>{why} The patch is left as it is here; tell the sender.</source>
        <translation>{why}该图斑在此保持原样；请告知报送方。</translation>
    </message>
    <message>
        <source>{words} (some days do not count)</source>
        <translation>{words}（有不计入的时间）</translation>
    </message>
    <message>
        <source>{words} (weekends only)</source>
        <translation>{words}（仅扣周末）</translation>
    </message>
    <message>
        <source>{words} have to stand in it once each</source>
        <translation>其中须各出现一次：{words}</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year} 年</translation>
    </message>
    <message>
        <source>{{{word}}} is neither a column of a table (table.column) nor one of {allowed}</source>
        <translation>{{{word}}} 既不是统计表的列（表.列），也不在 {allowed} 之中</translation>
    </message>
    <message>
        <source>{{{word}}} is not known here; one of {allowed} is expected</source>
        <translation>此处没有 {{{word}}}；可用：{allowed}</translation>
    </message>
    <message>
        <source>“Not before”: until its last day the step must not be taken. “Weekends only”: the work plan has no list of that year's holidays.</source>
        <translation>“尚不得办理”：最后一日届满前不得办理该步骤。“仅扣周末”：工作方案未列该年节假日。</translation>
    </message>
    <message>
        <source>“Unchanged” where something was built</source>
        <translation>下发为新建却判“未变化”</translation>
    </message>
    <message>
        <source>“{code}” is not a county code. It has six digits.</source>
        <translation>“{code}”不是县级代码，应为六位数字。</translation>
    </message>
    <message>
        <source>“{given}” is no answer to {flag} (是, 否, 不适用).</source>
        <translation>“{given}”不是 {flag} 的有效答案（是、否、不适用）。</translation>
    </message>
    <message>
        <source>“{given}” is no number of a patch.</source>
        <translation>“{given}”不是图斑编号。</translation>
    </message>
    <message>
        <source>“{given}” is no {column} ({known}).</source>
        <translation>“{given}”不是{column}（{known}）。</translation>
    </message>
    <message>
        <source>“{given}” is not a category of the work plan ({known}).</source>
        <translation>“{given}”不是工作方案中的判定类型（{known}）。</translation>
    </message>
    <message>
        <source>“{given}” is not a subcategory of {category} ({known}).</source>
        <translation>“{given}”不是 {category} 的细类（{known}）。</translation>
    </message>
    <message>
        <source>“{lon}, {lat}” is no place in degrees.</source>
        <translation>“{lon}, {lat}”不是经纬度。</translation>
    </message>
    <message>
        <source>“{meaning}” is not a meaning a field can have.</source>
        <translation>“{meaning}”不是字段可用的含义。</translation>
    </message>
    <message>
        <source>“{month}” is no month; write it like 2023-04.</source>
        <translation>“{month}”不是月份，请写成 2023-04 的形式。</translation>
    </message>
    <message>
        <source>“{month}” is not a month. Write it like 2023-04.</source>
        <translation>“{month}”不是月份，请写成 2023-04 的形式。</translation>
    </message>
    <message>
        <source>“{name}” is not a coordinate system. Write it like EPSG:4548.</source>
        <translation>“{name}”不是坐标系，请写成 EPSG:4548 的形式。</translation>
    </message>
    <message>
        <source>“{name}” is not an encoding. Choose one of those offered.</source>
        <translation>“{name}”不是编码名称，请从列出的编码中选择。</translation>
    </message>
    <message>
        <source>“{office}” is another office: look in its casebook.</source>
        <translation>“{office}”为其他单位，请在该单位的台账本中核对。</translation>
    </message>
    <message>
        <source>“{plan}” cannot be a plan's id: small letters, digits and hyphens, 40 at most.</source>
        <translation>“{plan}”不能用作方案编号：只能用小写字母、数字和连字符，最多 40 个字符。</translation>
    </message>
    <message>
        <source>“{reason}” has to be explained.</source>
        <translation>“{reason}”须填写说明。</translation>
    </message>
    <message>
        <source>“{reason}” has to be written out.</source>
        <translation>选“{reason}”须写明具体原因。</translation>
    </message>
    <message>
        <source>“{unit}” is not a unit of area that is known here.</source>
        <translation>“{unit}”不是可识别的面积单位。</translation>
    </message>
    <message>
        <source>“{value}” is not a month. Write it like 2023-04.</source>
        <translation>“{value}”不是月份，请写成 2023-04 的形式。</translation>
    </message>
    <message>
        <source>“{value}” is not a year. Write it like 2019.</source>
        <translation>“{value}”不是年度，请写成 2019。</translation>
    </message>
    <message>
        <source>“{words}” has a brace without a partner</source>
        <translation>“{words}”中有不成对的花括号</translation>
    </message>
    <message>
        <source>“{written}” in field {field} is no date; kept as it is</source>
        <translation>字段 {field} 中的“{written}”不是日期，原样保留</translation>
    </message>
    <message>
        <source>… and photos of {count} more stations</source>
        <translation>……另有 {count} 个站点的照片</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……另有 {count} 条</translation>
    </message>
    <message>
        <source>… and {count} more photos</source>
        <translation>……另有照片 {count} 张</translation>
    </message>
    <message>
        <source>▶ Undecided</source>
        <translation>▶ 未判定</translation>
    </message>
    <message>
        <source>✓ answered</source>
        <translation>✓ 已填</translation>
    </message>
    <message>
        <source>工作方案 四（五）: warning talks and the hand-over of clues. What such a package holds is nowhere prescribed; form and contents are Tuban's default (ledger.json).</source>
        <translation>工作方案四（五）：警示约谈、移交问题线索。材料包的内容未见规定，式样和内容为 Tuban 默认（ledger.json）。</translation>
    </message>
    <message>
        <source>工作方案 四（六）. The verdict that counts is the final one, else the city's, else the county's. Ages count from the day it was found, or reopened. What an old list leaves is its area without what it says is put right; no more cultivated land counts as put right than has to be. Forms and bounds of ages are Tuban's default in ledger.json.</source>
        <translation>工作方案四（六）。有效判定为最终判定，其次市级，再次县级。账龄自发现日期或重新打开之日起算。旧台账案件的未整改面积为面积减去表中已整改面积，耕地按最少已整改计。表式和账龄分段为 ledger.json 中的 Tuban 默认。</translation>
    </message>
    <message>
        <source>工作方案 四（六）: for building on cultivated land against the law the quota in the reserve of its place is frozen first, and set free once it is dealt with and put right: when its case is closed. Which subcategories are no building is Tuban's default in ledger.json.</source>
        <translation>工作方案四（六）：对违法占用耕地从事非农建设的，先行冻结所在地储备库中的补充耕地指标，查处整改完成（销号）后解除冻结。哪些子类不算非农建设为 ledger.json 中的 Tuban 默认。</translation>
    </message>
    <message>
        <source>工作方案 四（六）; how many months a cycle has is the work plan's figure in recheck.json, marked where it is Tuban's default. The term of temporary land is the recorded day of the evidence; it is reclaimed within a year after it: 《土地管理法实施条例》 第二十条.</source>
        <translation>工作方案四（六）；周期月数取自工作方案 recheck.json，为 Tuban 默认的已标明。临时用地期限取举证中的到期日；期满之日起一年内完成复垦：《土地管理法实施条例》第二十条。</translation>
    </message>
</context>
</TS>
